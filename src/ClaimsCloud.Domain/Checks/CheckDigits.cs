namespace ClaimsCloud.Domain.Checks;

/// <summary>検証番号 of 保険者番号, 公費負担者番号 and 公費受給者番号: every second digit from the right doubled, sums of digits, up to the next ten.</summary>
internal static class CheckDigits {
    /// <summary>True when the last digit is the right one; false also for what is not all digits.</summary>
    public static bool AreRight(ReadOnlySpan<byte> digits) {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) {
            var digit = digits[^(i + 1)] - '0';
            if (digit is < 0 or > 9) return false;
            var weighted = i % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits.Length > 1 && sum % 10 == 0;
    }
}
