using System.Globalization;

namespace ClaimsCloud.Domain.Returns.Statements;

/// <summary>Amounts as payers print them: <c>-¥7000</c>, <c>－２１６</c>, <c>▲1200</c>, <c>5,550円</c>.</summary>
internal static class YenText {
    /// <returns>Marked: the text itself says that it is yen. Null when it is no whole amount.</returns>
    public static (long Yen, bool Marked)? Parse(string text) {
        var digits = "";
        var (negative, marked) = (false, false);
        foreach (var c in ListText.Digits(text)) {
            if (char.IsAsciiDigit(c)) digits += c;
            else if (c is '-' or '－' or '−' or '▲' or '△' && digits.Length == 0) negative = true;
            else if (c is '¥' or '￥' or '円') marked = true;
            else if (c is not (',' or '，' or ' ' or '　' or '+' or '＋')) return null;
        }
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= int.MaxValue ? (negative ? -amount : amount, marked) : null;
    }
}
