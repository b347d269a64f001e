using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>Collects what there is to say about one file; after 5,000 findings only the file is read on.</summary>
internal sealed class CareFindings {
    private const int Most = 5_000;
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    /// <summary>True for a file that came from 国保連合会: nobody refuses it, somebody has to ask.</summary>
    public bool FromPayer { get; set; }

    /// <summary>Position of the claim that is being read; null outside the claims.</summary>
    public int? Claim { get; set; }

    public void Add(CareRule rule, string message) => Add(rule, Verdict.Fail, Place.WholeFile, message);

    public void Add(CareRule rule, CareRecord record, string message) => Add(rule, Verdict.Fail, PlaceOf(record, null), message);

    public void Add(CareRule rule, CareRecord record, FieldLayout field, string message) => Add(rule, Verdict.Fail, PlaceOf(record, field), $"「{field.Japanese}」{message}");

    /// <param name="english">Field that the message is about.</param>
    public void Add(CareRule rule, CareRecord record, string english, string message) => Add(rule, record, record.Layout!.Field(english)!, message);

    public void NotChecked(CareRule rule, CareRecord record, string english, string message) =>
        Add(rule, Verdict.NotChecked, PlaceOf(record, record.Layout!.Field(english)), message);

    private void Add(CareRule rule, Verdict verdict, Place place, string message) {
        if (_all.Count > Most) return;
        if (_all.Count == Most) (rule, verdict, place, message) = (CareRules.TooMany, Verdict.NotChecked, Place.WholeFile, $"指摘が{Most:N0}件を超えたため、残りを省きました。");
        _all.Add(new(rule.Code, FromPayer && rule.Severity < Severity.Query ? Severity.Query : rule.Severity, verdict, place, message, rule.Fix, rule.Source));
    }

    private Place PlaceOf(CareRecord record, FieldLayout? field) =>
        new(Claim, record.Layout?.Id, record.Line, field is null ? record.Offset : record.OffsetOf(field.Position), field?.Japanese);
}
