using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>Dates in 文字データ of comment codes of pattern 50: seven full-width digits, era, year, month and day (５０６０６２０).</summary>
internal static class CommentDate {
    /// <summary>Null when the field is no such date.</summary>
    public static DateOnly? Of(in Record record, int position) {
        var bytes = record.Field(position);
        if (bytes.Length != 14) return null;
        Span<byte> digits = stackalloc byte[7];
        for (var i = 0; i < 7; i++) {
            if (bytes[2 * i] != 0x82 || bytes[(2 * i) + 1] is < 0x4F or > 0x58) return null;
            digits[i] = (byte)(bytes[(2 * i) + 1] - 0x4F + '0');
        }
        var before = (digits[0] - '0') switch { 1 => 1867, 2 => 1911, 3 => 1925, 4 => 1988, 5 => 2018, _ => 0 };
        if (before == 0 || !Digits.TryInt(digits[1..3], out var year) || !Digits.TryInt(digits[3..5], out var month) || !Digits.TryInt(digits[5..7], out var day)) return null;
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(before + year, month) ? new(before + year, month, day) : null;
    }
}
