namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>What was billed in the months around, for weeks that cross the end of a month.</summary>
internal static class OtherMonths {
    /// <summary>How often the code was billed in the week outside the month; 0 where it is not known.</summary>
    public static int CountInWeek(ClaimFacts claim, DateOnly sunday, string code) {
        if (claim.Patient?.OtherMonths is not { } others) return 0;
        var count = 0;
        foreach (var other in others)
            if (other.Code == code && other.Day >= sunday && other.Day <= sunday.AddDays(6)) count++;
        return count;
    }

    /// <summary>Days of the week outside the month on which a fee that counts in the week was billed; 0 where it is not known.</summary>
    public static int DaysInWeek(ClaimFacts claim, DateOnly sunday) {
        if (claim.Patient?.OtherMonths is not { } others) return 0;
        return others.Where(o => o.Day >= sunday && o.Day <= sunday.AddDays(6) && !claim.Month!.Value.Contains(o.Day) && CountsInWeek(claim, o))
            .Select(o => o.Day).Distinct().Count();
    }

    /// <summary>Notes that a week crosses the end of the month and nothing is known of the other side.</summary>
    public static void SayWhenUnknown(ClaimFacts claim, DateOnly sunday, Rule rule, Findings findings) {
        if (claim.Patient?.OtherMonths is null && Weeks.CrossesEndOf(claim.Month!.Value, sunday)) findings.NotChecked(rule, "月をまたぐ週の、前後の月の算定がありません");
    }

    private static bool CountsInWeek(ClaimFacts claim, BilledFee fee) =>
        FeeTable.For(Records.ServiceMonth.Of(fee.Day.Year, fee.Day.Month), claim.Context.Schedules)?.Find(System.Text.Encoding.ASCII.GetBytes(fee.Code)) is { CountsInWeek: true };
}
