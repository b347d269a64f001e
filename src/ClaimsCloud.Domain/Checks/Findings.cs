using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>Collects what the checks of one part of a file have to say.</summary>
internal sealed class Findings {
    private readonly List<Finding> _found = [];

    /// <summary>Position of the claim under inspection, null outside claims.</summary>
    public int? Claim { get; set; }

    /// <summary>Hands out what was collected and starts anew.</summary>
    public IReadOnlyList<Finding> Take() {
        if (_found.Count == 0) return [];
        var taken = _found.ToArray();
        _found.Clear();
        return taken;
    }

    public void Add(Rule rule, in FieldView field, string message, int byteInField = 0) =>
        Add(rule, new Place(Claim, field.Layout.Record, field.Record.Line, field.Record.OffsetOf(field.Layout.Position) + byteInField, field.Layout.Japanese), message);

    public void Add(Rule rule, in Record record, string message, int byteInRecord = 0) =>
        Add(rule, new Place(Claim, NameOf(record), record.Line, record.Offset + byteInRecord, null), message);

    public void Add(Rule rule, in Record record, FieldLayout field, string message) =>
        Add(rule, new Place(Claim, field.Record, record.Line, record.OffsetOf(field.Position), field.Japanese), message);

    public void Add(Rule rule, Place place, string message) => Add(rule, Verdict.Fail, place, message);

    public void Add(Rule rule, Verdict verdict, Place place, string message) =>
        _found.Add(new(rule.Code, rule.Severity, verdict, place, message, rule.Fix, rule.Source));

    /// <summary>Ids are two half-width characters; anything else would only spread bytes of unknown meaning.</summary>
    private static string? NameOf(in Record record) =>
        record.IdBytes is [>= 0x20 and < 0x7F, >= 0x20 and < 0x7F] ? record.Id : null;
}
