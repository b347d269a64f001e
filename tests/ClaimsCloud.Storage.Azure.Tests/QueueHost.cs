using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>
/// What the Functions host does with one storage queue: takes messages, many at a time, hands each over, deletes what succeeded and puts what failed
/// <see cref="Tries"/> times into the poison queue. What failed is visible again at once.
/// </summary>
internal sealed class QueueHost(string account, string queue, Func<QueueMessage, CancellationToken, Task<bool>> run) {
    public const int Tries = 5;
    private readonly QueueClient messages = new(account, queue);
    private readonly QueueClient poison = new(account, queue + "-poison");
    private readonly ConcurrentDictionary<Task, byte> running = new();

    /// <summary>Until stopped.</summary>
    /// <param name="idle">Whenever the queue is empty; the host's timers stand for it.</param>
    public async Task Run(Func<CancellationToken, Task> idle, CancellationToken stop) {
        await messages.CreateIfNotExistsAsync(cancellationToken: stop);
        await poison.CreateIfNotExistsAsync(cancellationToken: stop);
        try {
            while (!stop.IsCancellationRequested) {
                QueueMessage[] taken = await messages.ReceiveMessagesAsync(16, TimeSpan.FromMinutes(5), stop);
                foreach (var message in taken) {
                    var one = Task.Run(() => Handle(message, stop), CancellationToken.None);
                    running[one] = 0;
                    _ = one.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
                }
                if (taken.Length == 0) await idle(stop);
            }
        } catch (OperationCanceledException) when (stop.IsCancellationRequested) {
        } finally {
            await Task.WhenAll(running.Keys);
        }
    }

    public async Task<IReadOnlyList<string>> Poison(CancellationToken stop) => [.. (await poison.PeekMessagesAsync(32, stop)).Value.Select(m => m.MessageText)];

    private async Task Handle(QueueMessage message, CancellationToken stop) {
        try {
            if (await run(message, stop)) await messages.DeleteMessageAsync(message.MessageId, message.PopReceipt, CancellationToken.None);
            else if (message.DequeueCount < Tries) await messages.UpdateMessageAsync(message.MessageId, message.PopReceipt, cancellationToken: stop);
            else {
                await poison.SendMessageAsync(message.MessageText, stop);
                await messages.DeleteMessageAsync(message.MessageId, message.PopReceipt, stop);
            }
        } catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }
}
