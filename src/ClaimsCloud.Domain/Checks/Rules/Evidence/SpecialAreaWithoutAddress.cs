using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X10a: 特別地域の住所や時間がない。</summary>
internal sealed class SpecialAreaWithoutAddress() : ClaimCheck(new Rule("X10a", Severity.LikelyReturn,
    "特別地域訪問看護加算に必要な記録がありません",
    "特別地域訪問看護加算は、特記事項04で利用者の住所（830500002）と片道の時間（852500001）を記録します。",
    "住所と片道の時間を登録してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.68", "2024-06",
    "KA,20240603,1,510000110,,8325,03,01,01\nKA,20240603,1,510002370,,0,,,\nTZ,04,830500002,東京都西多摩郡\nTZ,04,852500001,０００９０",
    "KA,20240603,1,510000110,,8325,03,01,01\nKA,20240603,1,510002370,,0,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.SpecialArea) is not { Fee.Care: not CareKind.Observation } line) return;
        foreach (var (code, name) in Asked)
            if (!claim.Matters.Exists(m => m.Field(2).SequenceEqual("04"u8) && m.Text(3) == code)) findings.Add(Rule, line.Record, "FeeCode", $"特別地域訪問看護加算がありますが、{name}（TZ 04、{code}）がありません。");
    }

    private static readonly (string Code, string Name)[] Asked = [("830500002", "利用者の住所"), ("852500001", "片道の時間")];
}
