using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>
/// Texts of cards, folded for comparison only: what a person would call the same. The framework's own folding (NFKC) is not there in invariant mode and
/// would fold too much.
/// </summary>
public static class CardText {
    private const string HalfKana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Small = "ァィゥェォッャュョヮヵヶ";
    private const string Large = "アイウエオツヤユヨワカケ";

    /// <summary>保険者番号 without padding: spaces and leading zeros do not count.</summary>
    public static string FoldInsurer(string number) => Fold(number).TrimStart('0');

    /// <summary>記号, 番号, 枝番: width, spaces and kinds of dashes do not count.</summary>
    public static string FoldNumber(string number) => Fold(number).Replace('ー', '-').ToUpperInvariant();

    /// <summary>番号 of a card: for 後期高齢者 leading zeros do not count either.</summary>
    public static string FoldNumber(string number, string insurerNumber) => IsLateElderly(insurerNumber) ? FoldNumber(number).TrimStart('0') : FoldNumber(number);

    /// <summary>法別番号 39.</summary>
    public static bool IsLateElderly(string insurerNumber) => Fold(insurerNumber) is ['3', '9', _, _, _, _, _, _];

    /// <summary>Insurer, 記号 and 番号 of a card, folded: equal for the same card.</summary>
    public static string KeyOf(string insurerNumber, string? symbol, string number) => $"{FoldInsurer(insurerNumber)}/{FoldNumber(symbol ?? "")}/{FoldNumber(number, insurerNumber)}";

    /// <summary>Names: width and spaces do not count.</summary>
    public static string FoldName(string name) => Fold(name);

    /// <summary>
    /// Kana of names: width, spaces, small letters (ｯ and ﾂ), hiragana and kinds of dashes do not count. Cards without small letters are the rule in half-width kana.
    /// </summary>
    public static string FoldKana(string kana) {
        var folded = new StringBuilder(Fold(kana));
        for (var i = 0; i < folded.Length; i++) {
            if (folded[i] is >= 'ぁ' and <= 'ゖ') folded[i] = (char)(folded[i] - 'ぁ' + 'ァ');
            if (folded[i] == '-') folded[i] = 'ー';
            if (Small.IndexOf(folded[i], StringComparison.Ordinal) is var small and >= 0) folded[i] = Large[small];
        }
        return folded.ToString();
    }

    /// <summary>Kana as a claim holds them: full width, without spaces (記録条件仕様: カタカナ氏名).</summary>
    public static string ClaimKana(string kana) => Wide(kana).Replace("　", "", StringComparison.Ordinal);

    /// <summary>Full-width kana in half width, voiced marks behind their kana. On cards small letters are written large.</summary>
    public static string NarrowKana(string kana, bool large) {
        ArgumentNullException.ThrowIfNull(kana);
        var narrow = new StringBuilder(kana.Length);
        foreach (var typed in kana) {
            var c = large && Small.IndexOf(typed, StringComparison.Ordinal) is var small and >= 0 ? Large[small] : typed;
            var (plain, mark) = c switch {
                'ヴ' => ('ウ', "ﾞ"),
                'パ' or 'ピ' or 'プ' or 'ペ' or 'ポ' => ((char)(c - 2), "ﾟ"),
                _ when Voiced((char)(c - 1)) == c => ((char)(c - 1), "ﾞ"),
                _ => (c, ""),
            };
            narrow.Append(HalfKana.IndexOf(plain, StringComparison.Ordinal) is var at and >= 0 ? (char)('ｦ' + at) : HalfWidth.Of(plain)).Append(mark);
        }
        return narrow.ToString();
    }

    /// <summary>Half-width kana, letters, digits and spaces in full width; voiced marks join their kana.</summary>
    public static string Wide(string text) {
        ArgumentNullException.ThrowIfNull(text);
        var wide = new StringBuilder(text.Length);
        foreach (var c in text) Append(wide, WideOf(c));
        return wide.ToString();
    }

    /// <summary>
    /// Half width where all of it has a half-width form; else as it is. Unknown: whether the server tells the widths of 記号 and 番号 apart; cards are printed in half width.
    /// </summary>
    public static string Narrow(string text) {
        ArgumentNullException.ThrowIfNull(text);
        var narrow = string.Concat(text.Select(c => c == '\u2212' ? '-' : HalfWidth.Of(c)));
        return narrow.All(char.IsAscii) ? narrow.Trim() : text;
    }

    /// <summary>The dash and the tilde of the claim repertoire are not those that lie 0xFEE0 away.</summary>
    private static char WideOf(char c) => c switch {
        ' ' => '　',
        '-' => '\u2212',
        '~' => '\u301C',
        > ' ' and < '~' => (char)(c + 0xFEE0),
        _ => c,
    };

    private static string Fold(string text) {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in text) {
            if (c is ' ' or '　') continue;
            Append(folded, c is (>= '\u2010' and <= '\u2015') or '\u2212' ? '-' : HalfWidth.Of(c));
        }
        return folded.ToString();
    }

    private static void Append(StringBuilder into, char c) {
        if (c is 'ﾞ' or '゛' or '\u3099' && into.Length > 0 && Voiced(into[^1]) is { } voiced) into[^1] = voiced;
        else if (c is 'ﾟ' or '゜' or '\u309A' && into.Length > 0 && into[^1] is 'ハ' or 'ヒ' or 'フ' or 'ヘ' or 'ホ') into[^1] = (char)(into[^1] + 2);
        else into.Append(c is >= 'ｦ' and <= 'ﾝ' ? HalfKana[c - 'ｦ'] : c);
    }

    private static char? Voiced(char kana) => kana switch {
        'ウ' => 'ヴ',
        'カ' or 'キ' or 'ク' or 'ケ' or 'コ' or 'サ' or 'シ' or 'ス' or 'セ' or 'ソ' or 'タ' or 'チ' or 'ツ' or 'テ' or 'ト' or 'ハ' or 'ヒ' or 'フ' or 'ヘ' or 'ホ' => (char)(kana + 1),
        _ => null,
    };
}
