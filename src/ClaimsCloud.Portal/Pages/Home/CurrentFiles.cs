using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Words;
using static ClaimsCloud.Contracts.ClaimFileState;

namespace ClaimsCloud.Portal.Pages.Home;

/// <summary>The files that somebody has to think of: those of this month, and sealed ones of any month that are not at their end.</summary>
internal static class CurrentFiles {
    /// <param name="newestFirst">An unsealed file that was taken in again, corrected, gives way to the newer one; so does an unreadable one.</param>
    public static IEnumerable<ClaimFileRow> Of(IReadOnlyList<ClaimFileRow> newestFirst, DateTimeOffset now) {
        var seen = new HashSet<(string?, string?)>();
        foreach (var file in newestFirst) {
            var replaced = file.ClaimMonth is null ? seen.Count > 0 : seen.Contains((file.ClaimMonth, file.Payer));
            seen.Add((file.ClaimMonth, file.Payer));
            if (file.State is Received or Checking || IsOnItsWay(file.State) || (InMonth(file.ReceivedAt, now) && (file.State == Confirmed || !replaced))) yield return file;
        }
    }

    private static bool IsOnItsWay(ClaimFileState state) => state is Sealed or Fetched or Placed or SeenUnchanged or PlaceRefused or Answered;

    private static bool InMonth(DateTimeOffset received, DateTimeOffset now) =>
        (JapanTime.At(received).Year, JapanTime.At(received).Month) == (JapanTime.At(now).Year, JapanTime.At(now).Month);
}
