using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>The limit of 高額療養費 in kind that a claim names.</summary>
internal static class HighCost {
    /// <summary>Null where the claim is of no insurance, not in kind, or does not name one income class.</summary>
    public static CopayLimit? LimitOf(ClaimFacts claim) {
        var mark = HighCostMarks.Of(claim);
        if (mark < HighCostMark.InKind || claim.Month is not { } month || claim.Insurer?.Number(6) is not { } total || ClassOf(claim) is not { } income) return null;
        return CopayLimits.Of(month, income, total, mark == HighCostMark.InKindManyTimes ? LimitCount.Repeated : LimitCount.Usual,
            SpecialNotes.Has(claim, "21") ? LimitPortion.Half : LimitPortion.Whole);
    }

    private static CopayClass? ClassOf(ClaimFacts claim) {
        if (claim.TypeSystem is not (61 or 63) || SpecialNotes.IncomeClasses(claim) is not [var note]) return null;
        var senior = claim.TypePerson is 8 or 0;
        return (note, senior) switch {
            ("26", false) => CopayClass.UnderSeventyFirst,
            ("27", false) => CopayClass.UnderSeventySecond,
            ("28", false) => CopayClass.UnderSeventyThird,
            ("29", false) => CopayClass.UnderSeventyFourth,
            ("30", false) => CopayClass.UnderSeventyFifth,
            ("26", true) => CopayClass.SeniorActiveThree,
            ("27", true) => CopayClass.SeniorActiveTwo,
            ("28", true) => CopayClass.SeniorActiveOne,
            ("29" or "42", true) => CopayClass.SeniorGeneral,
            ("41", true) => CopayClass.SeniorGeneralTwo,
            ("30", true) => claim.Common.CopayCategory switch { "1" => CopayClass.SeniorLowTwo, "3" => CopayClass.SeniorLowOne, _ => null },
            _ => null,
        };
    }
}
