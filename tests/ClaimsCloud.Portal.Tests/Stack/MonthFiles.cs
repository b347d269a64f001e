using System.Text;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>Month bundles made from the sample.</summary>
internal static class MonthFiles {
    /// <summary>The sample as the month of another station.</summary>
    public static byte[] For(string stationCode) => Encoding.UTF8.GetBytes(Text.Replace("9990018", stationCode, StringComparison.Ordinal));

    public static byte[] WithABadPatient(string stationCode) =>
        Encoding.UTF8.GetBytes(Text.Replace("9990018", stationCode, StringComparison.Ordinal).Replace("1979-02-15", "1979-02-31", StringComparison.Ordinal));

    private static string Text => Encoding.UTF8.GetString(BundleSamples.Small());
}
