using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using MassTransit;

namespace ClaimsCloud.Messages.RabbitMq;

/// <summary>The other end of the line: hands the message to the same handlers, and answers what became of it.</summary>
internal sealed class HandleMessageConsumer(MessageHandlers handlers) : IConsumer<HandleMessage> {
    public async Task Consume(ConsumeContext<HandleMessage> context) {
        var answer = await handlers.Deliver(context.Message.Message, ScopeName.Parse(context.Message.From), context.CancellationToken);
        await context.RespondAsync(MessageHandled.Of(answer));
    }
}
