using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Messages.RabbitMq;

/// <summary>
/// Messages to the handlers of every node that is on the same broker, and their answers back. The outbox stays what is true: a row is deleted by the pump
/// when the answer is there, so whatever the broker loses is sent again. See decisions/011 of the application.
/// </summary>
public sealed class RabbitLine : IMessageLine, IAsyncDisposable {
    private static readonly TimeSpan LookAtTheLine = TimeSpan.FromSeconds(1);
    /// <summary>A node that dies with a message gives it back to the broker at once; this is for what nobody foresaw.</summary>
    private static readonly RequestTimeout Longest = TimeSpan.FromHours(1);
    private const int AtATime = 16;

    private readonly IBusControl bus;
    private readonly Dictionary<string, IRequestClient<HandleMessage>> queues;

    private RabbitLine(IBusControl bus, EndpointTable table) => (this.bus, queues) = (bus,
        table.Messages.ToDictionary(m => m.Message, m => bus.CreateRequestClient<HandleMessage>(new Uri($"exchange:{QueueName(m.Queue)}?autodelete=true"), Longest), StringComparer.Ordinal));

    /// <summary>Answers at once: while the broker is away it is looked for, and messages wait.</summary>
    /// <param name="broker"><c>amqp://user:password@host:port/</c></param>
    public static RabbitLine Connect(Uri broker, EndpointTable table, MessageHandlers handlers, ILoggerFactory logs) {
        LogContext.ConfigureCurrentLogContext(logs);
        var made = Bus.Factory.CreateUsingRabbitMq(to => {
            to.Host(broker);
            foreach (var queue in table.Messages.Select(m => m.Queue).Distinct(StringComparer.Ordinal))
                to.ReceiveEndpoint(QueueName(queue), endpoint => {
                    endpoint.PrefetchCount = AtATime;
                    endpoint.ConcurrentMessageLimit = AtATime;
                    // The outbox has every message. What lies in the broker is only on its way, and need not survive the last node. (Were the queue not
                    // durable either, MassTransit would take it for a private one and lock out every other node.)
                    endpoint.AutoDelete = true;
                    endpoint.Consumer(() => new HandleMessageConsumer(handlers));
                });
        });
        _ = made.StartAsync();
        return new(made, table);
    }

    public async Task<LineAnswer> Deliver(OutboxMessage message, ScopeName from, CancellationToken stop) {
        while (true) {
            while (IsBroken) await Task.Delay(LookAtTheLine, stop);
            if (await Ask(HandleMessage.Of(message, from), stop) is { } answer) return answer;
            await Task.Delay(LookAtTheLine, stop);
        }
    }

    public async ValueTask DisposeAsync() => await bus.StopAsync(TimeSpan.FromSeconds(10));

    private bool IsBroken => bus.CheckHealth().Status != BusHealthStatus.Healthy;

    /// <summary>Null when the line broke meanwhile: whether a handler had it, nobody knows.</summary>
    private async Task<LineAnswer?> Ask(HandleMessage message, CancellationToken stop) {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var answering = queues[message.Name].GetResponse<MessageHandled>(message, request => request.UseExecute(send => send.Durable = false), leaving.Token);
        while (await Task.WhenAny(answering, Task.Delay(LookAtTheLine, leaving.Token)) != answering) {
            stop.ThrowIfCancellationRequested();
            if (!IsBroken) continue;
            // An answer that was on its way is gone with the line, and would be waited for in vain.
            await leaving.CancelAsync();
            return null;
        }
        try {
            return (await answering).Message.Answer;
        } catch (RequestFaultException e) when (e.Fault?.Exceptions is [{ ExceptionType: var type }, ..] && type != typeof(OperationCanceledException).FullName) {
            return LineAnswer.Failed(type);
        } catch (Exception e) when (e is RequestException or MassTransitException) {
            stop.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static string QueueName(string queue) => "claims-" + queue;
}
