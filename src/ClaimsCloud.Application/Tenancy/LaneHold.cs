using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>A lane in the hands of one delivery. Every step is a change under the etag of what was read, so of two only one gets it.</summary>
internal sealed class LaneHold {
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private readonly IDocuments documents;
    private readonly string queue;
    private readonly TimeProvider time;
    private readonly IdSource ids;
    private readonly string me;
    private string? message;

    private LaneHold(IDocuments documents, string queue, TimeProvider time, IdSource ids) => (this.documents, this.queue, this.time, this.ids, me) = (documents, queue, time, ids, ids.Next());

    /// <summary>The message that the holder before died with; null when it left.</summary>
    public string? DiedWith { get; private set; }

    /// <summary>Null when another has it: that one knows now that there is more.</summary>
    public static async Task<LaneHold?> Take(IDocuments documents, string queue, TimeProvider time, IdSource ids, CancellationToken stop) {
        var hold = new LaneHold(documents, queue, time, ids);
        var (was, now) = await hold.Change(lane => !lane.IsHeld(time.GetUtcNow()) ? hold.Mine(lane.Message) : lane.Again ? lane : lane with { Again = true }, stop);
        if (now.Holder != hold.me) return null;
        hold.DiedWith = was.Message;
        return hold;
    }

    /// <summary>Before the act: the message it is about to deliver. False when another has taken over, because this one was slower than <see cref="Life"/>.</summary>
    public Task<bool> Begin(string messageId, CancellationToken stop) {
        message = messageId;
        return Renew(stop);
    }

    public async Task<bool> Renew(CancellationToken stop) => (await Change(lane => lane.Holder == me ? Mine(message) with { Again = lane.Again } : lane, stop)).Now.Holder == me;

    /// <summary>False when somebody was turned away meanwhile: it is still held, and has to be looked through once more.</summary>
    public async Task<bool> Leave(CancellationToken stop) {
        message = null;
        return (await Change(lane => lane.Holder != me ? lane : lane.Again ? Mine(null) : Lane.Free, stop)).Now.Holder != me;
    }

    /// <summary>Leaves also where somebody was turned away: whoever calls this wakes the lane anew.</summary>
    public Task GiveUp(CancellationToken stop) => Change(lane => lane.Holder == me ? Lane.Free : lane, stop);

    private Lane Mine(string? with) => new(me, time.GetUtcNow() + Life, with, Again: false);

    private async Task<(Lane Was, Lane Now)> Change(Func<Lane, Lane> wanted, CancellationToken stop) {
        while (true) {
            var stored = await documents.Get(Lane.Kind, queue, stop);
            var was = stored?.Value ?? Lane.Free;
            var now = wanted(was);
            if (now == was) return (was, now);
            var batch = stored is null ? new Batch(ids).Create(Lane.Kind, queue, now) : new Batch(ids).Replace(stored, now);
            if (await documents.Commit(batch, stop) == CommitResult.Committed) return (was, now);
        }
    }
}
