using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F05b: 日付が指定訪問看護年月の外。</summary>
internal sealed class DateOutsideMonth() : ClaimCheck(new Rule("F05b", Severity.ClaimRefused,
    "日付が指定訪問看護年月の外です",
    "算定年月日・GAF尺度の判定年月日・訪問場所の変更年月日は、指定訪問看護年月の中の日付です。",
    "日付か指定訪問看護年月を直してください。前月分は月遅れのレセプトとして別に作ります。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13、p.14、p.17", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240703,1,510000110,,5550,03,01,01")) {
    private static readonly FieldLayout ServiceDate = Field("KA", "ServiceDate");
    private static readonly FieldLayout[] Others = [Field("JS", "GafDate"), Field("RJ", "PlaceChangeDate2"), Field("RJ", "PlaceChangeDate3")];

    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Common.ServiceMonth is not { } month) return;
        foreach (ref readonly var line in claim.Lines)
            if (line.Day is null) Inspect(line.Record, ServiceDate, month, findings);
        foreach (var field in Others)
            foreach (var record in claim.All(claim.Spec.Record(field.Record)!)) Inspect(record, field, month, findings);
    }

    private void Inspect(in Record record, FieldLayout field, ServiceMonth month, Findings findings) {
        if (record.Date(field.Position) is { } date && !month.Contains(date))
            findings.Add(Rule, record, field, $"「{field.Japanese}」の{date:yyyyMMdd}は指定訪問看護年月（{month}）の日付ではありません。");
    }

    private static FieldLayout Field(string record, string field) => ClaimSpec.Release202406.Record(record)!.Field(field)!;
}
