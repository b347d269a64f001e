using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules;

/// <summary>F05b: 日付が指定訪問看護年月の外。</summary>
internal sealed class DateOutsideMonth() : ClaimCheck(new Rule("F05b", Severity.ClaimRefused,
    "日付が指定訪問看護年月の外です",
    "算定年月日・GAF尺度の判定年月日・訪問場所の変更年月日は、指定訪問看護年月の中の日付です。",
    "日付か指定訪問看護年月を直してください。前月分は月遅れのレセプトとして別に作ります。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13、p.14、p.17", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240703,1,510000110,,5550,03,01,01")) {
    private static readonly (string Record, string Field)[] Inside =
        [("KA", "ServiceDate"), ("JS", "GafDate"), ("RJ", "PlaceChangeDate2"), ("RJ", "PlaceChangeDate3")];

    public override void Inspect(Claim claim, ClaimSpec spec, Findings findings) {
        if (claim.Common.ServiceMonth is not { } month) return;
        foreach (var (id, name) in Inside) {
            var field = spec.Record(id)!.Field(name)!;
            foreach (var record in claim.All(id))
                if (record.Date(field.Position) is { } date && !month.Contains(date))
                    findings.Add(Rule, record, field, $"「{field.Japanese}」の{date:yyyyMMdd}は指定訪問看護年月（{month}）の日付ではありません。");
        }
    }
}
