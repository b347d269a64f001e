using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Words;

namespace ClaimsCloud.Portal.Pages.Board;

/// <summary>One day of the calendar: what the payer takes on it, and what happened to the files of one payer.</summary>
public sealed record BoardDay(int Day, string Window, IReadOnlyList<string> Events) {
    private static readonly string[] Shown = ["sealed", "placed", "answered", "confirmed", "reviewed", "decided", "refused"];

    /// <param name="care">When 国保連合会 takes care claims.</param>
    internal static IReadOnlyList<BoardDay> Of(DateTime month, string payer, IReadOnlyList<ClaimFileDetail> files, CareWindowRow care) => [.. Enumerable.Range(1, 12).Select(day =>
        new BoardDay(day, payer == CareWords.Payer ? CareWords.Window(day, care) : WindowOf(day), [.. files.Where(f => f.Payer == payer).SelectMany(f => f.Chain)
            .Where(l => Shown.Contains(l.Kind) && JapanTime.At(l.CloudTime).Date == month.AddDays(day - 1)).OrderBy(l => l.CloudTime)
            .Select(l => $"{JapanTime.Clock(l.CloudTime)} {ChainWords.Title(l)}")]))];

    private static string WindowOf(int day) => day switch { < 5 => "受付前", <= 7 => "8–21時", < 10 => "8–24時", 10 => "24時締切", _ => "訂正のみ 8–21時" };
}
