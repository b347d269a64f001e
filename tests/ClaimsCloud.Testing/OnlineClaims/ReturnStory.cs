namespace ClaimsCloud.Testing.OnlineClaims;

/// <summary>
/// The story that demo and tests tell with the same files: twenty claims are claimed, the first two come back. The first one is corrected. The second person had changed
/// the insurer on the 15th: the days before go back to the same payer, those after it are claimed from the other one.
/// </summary>
public static class ReturnStory {
    private const string NextMonth = "202408";

    /// <summary>Positions of the claims that come back.</summary>
    public static readonly IReadOnlyList<int> Returned = [1, 2];

    public static string Name(int number) => $"看護　花子{(char)('Ａ' + number - 1)}";

    public static byte[] TwentyClaims(string station) => PlainClaims.File(20, station, name: Name, chart: Chart);

    public static byte[] Corrected(string station) =>
        PlainClaims.File(2, station, NextMonth, name: Name, chart: Chart, days: number => number == 2 ? [.. PlainClaims.Days.Where(day => day < 15)] : PlainClaims.Days);

    public static byte[] OfTheOtherPayer(string station) =>
        PlainClaims.File(1, station, NextMonth, "2", _ => Name(2), _ => Chart(2), _ => [.. PlainClaims.Days.Where(day => day >= 15)]);

    private static string Chart(int number) => $"P-{number:00}";
}
