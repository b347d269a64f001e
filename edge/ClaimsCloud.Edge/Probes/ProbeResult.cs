namespace ClaimsCloud.Edge.Probes;

internal enum Verdict { Passed, Failed, NotChecked }

/// <summary>Who can mend it.</summary>
internal enum Owner { Site, LinePartner, Desk }

/// <summary>One layer of one way. After the first layer that fails, the layers above it are not checked; that is never a pass.</summary>
/// <param name="Code"><c>target-layer</c>, stable.</param>
/// <param name="Sentence">Japanese, for the person at the PC: what is wrong and what to do.</param>
internal sealed record ProbeResult(string Target, string Layer, Verdict Verdict, string Sentence, Owner Owner) {
    public string Code => $"{Target}-{Layer}";
}

/// <summary>Runs the layers of one way in order and stops believing at the first that fails.</summary>
internal sealed class Layers(string target) {
    private readonly List<ProbeResult> _results = [];
    private bool _broken;

    public IReadOnlyList<ProbeResult> Results => _results;

    /// <param name="look">Null when all is well, else what is wrong.</param>
    public async Task Check(string layer, Owner owner, Func<Task<string?>> look) {
        if (_broken) {
            _results.Add(new(target, layer, Verdict.NotChecked, "下の段階で止まったため、確かめていません。", owner));
            return;
        }
        var wrong = await look();
        _broken = wrong is not null;
        _results.Add(new(target, layer, _broken ? Verdict.Failed : Verdict.Passed, wrong ?? "問題ありません。", owner));
    }

    public Task Check(string layer, Owner owner, Func<string?> look) => Check(layer, owner, () => Task.FromResult(look()));
}
