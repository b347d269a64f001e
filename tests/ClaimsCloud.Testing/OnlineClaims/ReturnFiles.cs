using System.Globalization;
using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Testing.OnlineClaims;

/// <summary>One claim that the payer sends back.</summary>
/// <param name="Lines">Its records as they were claimed, RE first, without line ends.</param>
/// <param name="SearchNumber">The payer's key, 17–30 digits.</param>
/// <param name="Code">返戻事由コード as printed, with a full-width Ｌ.</param>
public sealed record SentBack(IReadOnlyList<byte[]> Lines, string SearchNumber, string Code = "Ｌ3129", string Text = "未就学者に該当しません");

/// <summary>
/// Return files as the payer makes them (manual 別紙1, p. 65): HH, then for each claim its records with 検索番号, HR and the history block, then HG. Items that the
/// manual does not print are left empty.
/// </summary>
public static class ReturnFiles {
    private const int SearchNumberItem = 15;

    public static byte[] Of(string payer, string prefecture, string station, string month, params IReadOnlyList<SentBack> claims) {
        var file = new List<byte>();
        Add(file, $"HH,{payer},{prefecture},6,{station},,{month}");
        foreach (var claim in claims) {
            foreach (var line in WithSearchNumber(claim)) Add(file, line);
            Add(file, Reason(claim, month));
            file.AddRange(History(claim, month));
        }
        Add(file, $"HG,{claims.Count},{claims.Count * 100}");
        return [.. file, 0x1A];
    }

    /// <summary>The history block of one claim, with its line ends.</summary>
    public static byte[] History(SentBack claim, string month) {
        var (block, number) = (new List<byte>(), 0);
        foreach (var line in WithSearchNumber(claim)) Add(block, [.. Encoding.ASCII.GetBytes($"8,{++number},0,"), .. line]);
        Add(block, $"8,{++number},0,{Reason(claim, month)}");
        Add(block, $"8,{++number},0,RC,Ver0000{claim.SearchNumber}");
        return [.. block];
    }

    /// <summary>The claims of a claim file, each as its lines.</summary>
    public static IReadOnlyList<IReadOnlyList<byte[]>> ClaimLines(ReadOnlySpan<byte> claimFile) {
        var claims = new List<List<byte[]>>();
        foreach (var line in Encoding.Latin1.GetString(claimFile).Split("\r\n")) {
            if (line.StartsWith("RE,", StringComparison.Ordinal)) claims.Add([]);
            if (line.StartsWith("GO", StringComparison.Ordinal)) break;
            if (claims.Count > 0) claims[^1].Add(Encoding.Latin1.GetBytes(line));
        }
        return claims;
    }

    /// <summary>So many digits that no two claims share: what a payer's key looks like.</summary>
    public static string SearchNumber(int number) => "1302024100" + number.ToString("D10", CultureInfo.InvariantCulture);

    private static string Reason(SentBack claim, string month) => $"HR,{month},1,{claim.Code},{claim.Text},";

    private static List<byte[]> WithSearchNumber(SentBack claim) {
        var items = Encoding.Latin1.GetString(claim.Lines[0]).Split(',').ToList();
        while (items.Count < SearchNumberItem) items.Add("");
        items[SearchNumberItem - 1] = claim.SearchNumber;
        return [Encoding.Latin1.GetBytes(string.Join(',', items)), .. claim.Lines.Skip(1)];
    }

    private static void Add(List<byte> file, string line) => Add(file, ClaimText.Encode(line));

    private static void Add(List<byte> file, byte[] line) => file.AddRange([.. line, .. "\r\n"u8]);
}
