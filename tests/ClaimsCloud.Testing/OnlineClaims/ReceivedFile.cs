using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Testing.OnlineClaims;

/// <summary>One claim as the closed network reads it; text stays in the bytes that came.</summary>
internal sealed record ReceivedClaim(string Number, string ClaimType, string ServiceMonth, byte[] Name, string BirthDate, string ChartNumber, string Insurer, string Total);

/// <summary>
/// A file as it reached the closed network: the bytes, their hash and the time. This is the witness of what was sent, so it reads with eyes of its own
/// and shares no parser with the product.
/// </summary>
public sealed class ReceivedFile {
    internal ReceivedFile(int number, Terminal terminal, byte[] bytes, DateTimeOffset at) {
        (Number, Terminal, Bytes, At) = (number, terminal, bytes, at);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        var header = lines[0].Split(',');
        if (header is not ["HM", var payer, var prefecture, _, var station, _, var month, ..] || lines is not [.., "GO", "\u001A"]) return;
        (Payer, Prefecture, StationCode, BillingMonth) = (payer, prefecture, station, month);
        var claims = new List<ReceivedClaim>();
        foreach (var line in lines) {
            var f = line.Split(',');
            if (f[0] == "RE" && f.Length > 14) claims.Add(new(f[1], f[2], f[3], Encoding.Latin1.GetBytes(f[4]), f[7], f[13], "", ""));
            if (f[0] is "HO" && f.Length > 5 && claims.Count > 0) claims[^1] = claims[^1] with { Insurer = f[1], Total = f[5] };
            if (f[0] is "KO" && f.Length > 5 && claims.Count > 0 && claims[^1].Total == "") claims[^1] = claims[^1] with { Insurer = f[1], Total = f[5] };
        }
        // 受付 refuses the whole file when the numbers do not count up from 1.
        if (claims.Select(c => c.Number).SequenceEqual(Enumerable.Range(1, claims.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)))) Claims = claims;
    }

    /// <summary>送信回数 of the station, from 1.</summary>
    public int Number { get; }
    public Terminal Terminal { get; }
    public IReadOnlyList<byte> Received => Bytes;
    public string Sha256 { get; }
    public DateTimeOffset At { get; }
    public DateTimeOffset? ConfirmedAt { get; internal set; }

    /// <summary>False: nothing in it looks like a claim file, and all of it is refused.</summary>
    public bool IsClaimFile => Claims.Count > 0;

    public int ClaimCount => Claims.Count;

    internal byte[] Bytes { get; }
    internal string Payer { get; } = "1";
    internal string Prefecture { get; } = "00";
    internal string StationCode { get; } = "0000000";
    internal string BillingMonth { get; } = "";
    internal IReadOnlyList<ReceivedClaim> Claims { get; } = [];
}
