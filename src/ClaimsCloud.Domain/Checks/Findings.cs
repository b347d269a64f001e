using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>
/// Collects what the checks of one part of a file have to say. A part never says the same thing endlessly: above a bound that no claim reaches, the rest
/// of a rule's findings is one finding that counts them, so that a hostile file cannot fill the memory.
/// </summary>
internal sealed class Findings(RuleSwitches switches, CoverageTally coverage) {
    internal const int MostOfOneRule = 5_000;
    private const int MostTogether = 20_000;

    private readonly List<Finding> _found = [];
    private readonly Dictionary<Rule, int> _counts = [];
    private readonly List<RuleNotRun> _partly = [];

    /// <summary>Position of the claim under inspection, null outside claims.</summary>
    public int? Claim { get; set; }

    /// <summary>How often a check has said something so far, heard or not: what it found, and what it could not check.</summary>
    public long Said { get; private set; }

    /// <summary>What was not checked in the file so far.</summary>
    public CoverageTally Coverage { get; } = coverage;

    /// <summary>Hands out what was collected, in file order, and starts anew.</summary>
    public IReadOnlyList<Finding> Take() {
        if (_found.Count == 0) return [];
        foreach (var (rule, count) in _counts)
            if (count < 0) _found.Add(FindingOf(rule, Verdict.Fail, new Place(Claim, null, null, null, null), $"同じ指摘がほかに{-count:N0}件あります。"));
        var taken = _found.Count == 1 ? [_found[0]] : _found.OrderBy(f => f.Place.Offset ?? long.MaxValue).ToArray();
        _found.Clear();
        _counts.Clear();
        return taken;
    }

    /// <summary>Hands out what rules had to leave out in the claim.</summary>
    public IReadOnlyList<RuleNotRun> TakePartly() {
        if (_partly.Count == 0) return [];
        var taken = _partly.ToArray();
        _partly.Clear();
        return taken;
    }

    /// <summary>The rule had to leave something out in this claim: never a pass, but not a finding a claim either.</summary>
    public void NotChecked(Rule rule, string reason) {
        Said++;
        foreach (var known in _partly)
            if (known.Code == rule.Code && known.Reason == reason) return;
        var partly = new RuleNotRun(rule.Code, reason);
        _partly.Add(partly);
        Coverage.Partly(partly);
    }

    public void Add(Rule rule, in FieldView field, string message, int byteInField = 0) =>
        Add(rule, new Place(Claim, field.Layout.Record, field.Record.Line, field.Record.OffsetOf(field.Layout.Position) + byteInField, field.Layout.Japanese), message);

    public void Add(Rule rule, in Record record, string message, int byteInRecord = 0) =>
        Add(rule, new Place(Claim, NameOf(record), record.Line, record.Offset + byteInRecord, null), message);

    public void Add(Rule rule, in Record record, FieldLayout field, string message) =>
        Add(rule, new Place(Claim, field.Record, record.Line, record.OffsetOf(field.Position), field.Japanese), message);

    /// <param name="field">English name in the layout of the record.</param>
    public void Add(Rule rule, in Record record, string field, string message) =>
        Add(rule, record, ClaimSpec.Release202406.Record(record)!.Field(field)!, message);

    public void Add(Rule rule, Place place, string message) => Add(rule, Verdict.Fail, place, message);

    public void Add(Rule rule, Verdict verdict, Place place, string message) {
        Said++;
        var wanted = switches.Of(rule.Code);
        if (wanted == RuleSwitch.Off) return;
        // Counts up while findings are kept, then down from -1 for those that are only counted.
        var count = _counts.GetValueOrDefault(rule);
        if (count > 0 && wanted == RuleSwitch.First) return;
        if (count < 0 || count >= MostOfOneRule || _found.Count >= MostTogether) {
            _counts[rule] = Math.Min(count, 0) - 1;
            return;
        }
        _counts[rule] = count + 1;
        _found.Add(FindingOf(rule, verdict, place, message));
    }

    private static Finding FindingOf(Rule rule, Verdict verdict, Place place, string message) =>
        new(rule.Code, rule.Severity, verdict, place, message, rule.Fix, rule.Source);

    /// <summary>Ids are two half-width characters; anything else would only spread bytes of unknown meaning.</summary>
    private static string? NameOf(in Record record) =>
        record.IdBytes is [>= 0x20 and < 0x7F, >= 0x20 and < 0x7F] ? record.Id : null;
}
