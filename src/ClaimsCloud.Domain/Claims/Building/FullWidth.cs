namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>Numbers as 文字データ writes them: full-width digits.</summary>
internal static class FullWidth {
    private static readonly (int Era, DateOnly First)[] Eras =
        [(5, new(2019, 5, 1)), (4, new(1989, 1, 8)), (3, new(1926, 12, 25)), (2, new(1912, 7, 30)), (1, new(1868, 1, 25))];

    /// <summary>GYYMMDD (手引き p.35): 5 令和, 4 平成, 3 昭和, 2 大正, 1 明治.</summary>
    public static string Date(DateOnly day) {
        var (era, first) = Array.Find(Eras, e => day >= e.First);
        return Digits($"{era}{day.Year - first.Year + 1:00}{day.Month:00}{day.Day:00}");
    }

    /// <summary>Five digits (手引き p.35).</summary>
    public static string Minutes(int minutes) => Digits($"{minutes:00000}");

    private static string Digits(string digits) => string.Concat(digits.Select(d => (char)(d - '0' + '０')));
}
