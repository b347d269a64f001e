namespace ClaimsCloud.Edge;

/// <summary>Notices what has stood in one state for too long: such a thing needs a person, and nobody would hear of it otherwise.</summary>
internal sealed class LongWaits(TimeSpan allowed, TimeProvider time) {
    private readonly Dictionary<string, (string State, long Since)> _waiting = new(StringComparer.Ordinal);

    /// <param name="now">Everything that is not at an end now; called once a look.</param>
    public bool Any(IReadOnlyCollection<(string Id, string State)> now) {
        foreach (var gone in _waiting.Keys.Except(now.Select(w => w.Id)).ToList()) _waiting.Remove(gone);
        var tooLong = false;
        foreach (var (id, state) in now) {
            if (!_waiting.TryGetValue(id, out var was) || was.State != state) _waiting[id] = (state, time.GetTimestamp());
            else tooLong |= time.GetElapsedTime(was.Since) > allowed;
        }
        return tooLong;
    }
}
