namespace ClaimsCloud.Domain.Checks;

/// <summary>Ages as the law counts them (年齢計算ニ関スル法律): one is a year older from the day before the birthday.</summary>
internal static class Ages {
    /// <summary>Whole years reached on the day; 0 before the first.</summary>
    public static int On(DateOnly birth, DateOnly day) => day == DateOnly.MaxValue ? ByBirthday(birth, day) : ByBirthday(birth, day.AddDays(1));

    /// <summary>未就学: until 31 March after the sixth birthday; whoever was born on 1 April is six on that day.</summary>
    public static bool IsPreschool(DateOnly birth, DateOnly day) {
        var schoolYear = day.Month >= 4 || day.Year == 1 ? day.Year : day.Year - 1;
        return On(birth, new DateOnly(schoolYear, 4, 1)) < 6;
    }

    /// <summary>高齢受給者: from the month after the one in which one turns 70 (born on the first: from that month).</summary>
    public static bool IsSenior(DateOnly birth, DateOnly firstOfMonth) => ByBirthday(birth, firstOfMonth) >= 70;

    /// <summary>後期高齢者: from the 75th birthday itself, a day later than the age is reached.</summary>
    public static bool IsLateSenior(DateOnly birth, DateOnly day) => ByBirthday(birth, day) >= 75;

    private static int ByBirthday(DateOnly birth, DateOnly day) {
        var years = day.Year - birth.Year;
        if (day.Month < birth.Month || (day.Month == birth.Month && day.Day < birth.Day)) years--;
        return Math.Max(years, 0);
    }
}
