using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>
/// Text of the master. Windows wrote it, so a name may hold characters of code page 932 that a claim file does not know: they are read by our own table of
/// them. Names are for screens; a claim file carries codes, so no such character comes into one from here.
/// </summary>
internal static class MasterText {
    /// <summary>The text, or null when a byte belongs to neither table.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes) {
        if (ClaimText.TryDecode(bytes, out var text)) return text;
        var decoded = new StringBuilder(bytes.Length);
        while (bytes.Length > 0) {
            var outside = ClaimText.IndexOutside(bytes);
            decoded.Append(ClaimText.Decode(outside < 0 ? bytes : bytes[..outside]));
            if (outside < 0) break;
            if (outside + 1 >= bytes.Length || OutsideRepertoire.CharacterOf(bytes[outside], bytes[outside + 1]) is not { } character) return null;
            decoded.Append(character);
            bytes = bytes[(outside + 2)..];
        }
        return decoded.ToString();
    }
}
