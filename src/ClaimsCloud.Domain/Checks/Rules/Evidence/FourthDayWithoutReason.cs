using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X02a: 週4日以上の訪問の理由がない。</summary>
internal sealed class FourthDayWithoutReason() : LineCheck(new Rule("X02a", Severity.LikelyReturn,
    "週4日以上の訪問ができる状態の記録がありません",
    "週4日以上の訪問は、別表7・別表8の疾病等の方か、特別訪問看護指示の期間だけ算定できます。精神科は退院後3か月以内も週5日まで算定できます。",
    "該当する疾病等（JS）か特別訪問看護指示（HJ）を登録してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、基準告示第2の1", "2024-06",
    "JS,安定している。,01,001,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240604,1,510000110,,5550,03,01,01\nKA,20240605,1,510000110,,5550,03,01,01\nKA,20240606,1,510000210,,6550,03,01,01",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240604,1,510000110,,5550,03,01,01\nKA,20240605,1,510000110,,5550,03,01,01\nKA,20240606,1,510000210,,6550,03,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.IsFromFourthDay;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        if (claim.Listed.Appendix7 || claim.Listed.Appendix8 || claim.SpecialOrderCovers(day)) return;
        if (fee.Care != CareKind.General && claim.Patient?.Stays is null) findings.NotChecked(Rule, "退院の日が分からず、精神科の退院後3か月かどうか分かりません");
        else if (fee.Care == CareKind.General || !claim.Patient!.Stays!.Any(s => s.Discharged is { } left && left <= day && day < left.AddMonths(3)))
            findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}は週4日目以降ですが、別表7・別表8の疾病等も特別訪問看護指示もありません。");
    }
}
