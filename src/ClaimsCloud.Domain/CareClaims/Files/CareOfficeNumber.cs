using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>Check digits of the care world (インタフェース仕様書 共通編 p. 31–32). The specification's own examples break the rule, so a wrong one is a warning.</summary>
public static class CareOfficeNumber {
    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /// <summary>True for ten characters, digits but for a capital letter in the third place, whose last is the check digit of the others. A letter counts as A=10 … Z=32.</summary>
    public static bool Holds(ReadOnlySpan<char> number) {
        if (number.Length != 10) return false;
        if (char.IsAsciiDigit(number[2])) return CheckDigit.Holds(number);
        var letter = Letters.IndexOf(number[2]);
        if (letter < 0) return false;
        Span<char> digits = stackalloc char[10];
        number.CopyTo(digits);
        digits[2] = '0';
        if (digits.ContainsAnyExceptInRange('0', '9')) return false;
        // The third place is doubled; 28 counts as 2 and 8.
        var product = (10 + letter) * 2;
        return (CheckDigit.Of(digits[..9]) + 10 - (((product / 10) + (product % 10)) % 10)) % 10 == number[9] - '0';
    }

    /// <summary>証記載保険者番号: six digits, or eight with two zeros in front.</summary>
    public static bool InsurerHolds(ReadOnlySpan<char> number) => number.Length switch {
        6 => CheckDigit.Holds(number),
        8 => number.StartsWith("00") ? CheckDigit.Holds(number[2..]) : CheckDigit.Holds(number),
        _ => false,
    };
}
