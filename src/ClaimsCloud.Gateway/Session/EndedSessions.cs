using System.Collections.Concurrent;

namespace ClaimsCloud.Gateway.Session;

/// <summary>
/// Sessions that a person ended: a copy of their cookie must not open the door again. Kept until the cookie would have run out anyway.
/// In memory, so it holds for one gateway instance; see decision 010.
/// </summary>
internal sealed class EndedSessions(TimeProvider time) {
    private readonly ConcurrentDictionary<string, DateTimeOffset> forgetAt = new();

    public void Add(string id) {
        var now = time.GetUtcNow();
        foreach (var (old, at) in forgetAt) if (at < now) forgetAt.TryRemove(old, out _);
        forgetAt[id] = now + SessionCookie.Longest;
    }

    public bool Contains(string id) => forgetAt.ContainsKey(id);
}
