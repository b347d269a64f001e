using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>
/// Shift_JIS as the terminal's Windows writes it (code page 932), read through the claim repertoire's own table and what Windows knows beyond it. A character
/// that a claim can hold comes out as the claim's own (− U+2212, 〜 U+301C), so a name needs no second mapping; gaiji come out in the private area.
/// </summary>
internal static class WindowsShiftJis {
    private static readonly char[] Characters = new char[0x10000];

    static WindowsShiftJis() {
        for (var b = 0; b <= 0x7F; b++) Characters[b] = (char)b;
        for (var b = 0xA1; b <= 0xDF; b++) Characters[b] = (char)(0xFF61 + b - 0xA1);
        for (var lead = 0x81; lead <= 0xFC; lead++)
            for (var trail = 0x40; trail <= 0xFC; trail++)
                if (ClaimText.IsLead((byte)lead) && trail != 0x7F) Characters[(lead << 8) | trail] = Pair((byte)lead, (byte)trail);
    }

    /// <param name="outside">First byte that is no character, when the answer is false.</param>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out string text, out int outside) {
        var into = new char[bytes.Length];
        var length = 0;
        text = "";
        for (outside = 0; outside < bytes.Length;) {
            var pair = ClaimText.IsLead(bytes[outside]);
            if (pair && outside + 1 == bytes.Length) return false;
            var c = Characters[pair ? (bytes[outside] << 8) | bytes[outside + 1] : bytes[outside]];
            if (c == '\0') return false;
            into[length++] = c;
            outside += pair ? 2 : 1;
        }
        text = new string(into, 0, length);
        return true;
    }

    private static char Pair(byte lead, byte trail) {
        if (ClaimText.TryDecode([lead, trail], out var known) && known.Length == 1) return known[0];
        if (OutsideRepertoire.CharacterOf(lead, trail) is { Length: 1 } windows) return windows[0];
        return lead is >= 0xF0 and <= 0xF9 ? (char)(0xE000 + ((lead - 0xF0) * 188) + trail - 0x40 - (trail > 0x7F ? 1 : 0)) : '\0';
    }
}
