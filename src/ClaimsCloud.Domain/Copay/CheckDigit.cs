namespace ClaimsCloud.Domain.Copay;

/// <summary>
/// 検証番号 of 保険者番号, 公費負担者番号, 受給者番号 and 医療機関等コード: the digits before it times 2, 1, 2 … from the right, the digits of the products added up,
/// and what is missing to the next ten.
/// </summary>
public static class CheckDigit {
    /// <param name="body">Digits without the check digit.</param>
    /// <exception cref="ArgumentException">Not all half-width digits.</exception>
    public static int Of(ReadOnlySpan<char> body) {
        var sum = 0;
        for (var i = 0; i < body.Length; i++) {
            if (!char.IsAsciiDigit(body[^(i + 1)])) throw new ArgumentException("not all digits", nameof(body));
            var product = (body[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }
        return (10 - (sum % 10)) % 10;
    }

    /// <summary>True when the last digit is the check digit of those before it; false for anything that is not two or more half-width digits.</summary>
    public static bool Holds(ReadOnlySpan<char> number) {
        if (number.Length < 2) return false;
        foreach (var c in number)
            if (!char.IsAsciiDigit(c)) return false;
        return Of(number[..^1]) == number[^1] - '0';
    }
}
