using System.Globalization;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Domain.Eligibility.Exchange;

/// <summary>The name under which a request lies in <c>req</c>, and the names under which its outcome comes back in <c>res</c>.</summary>
/// <param name="Suffix">Letters and digits only; unique at the site, because folders are shared with other products.</param>
public sealed record RequestName(OqsFamily Family, int Step, string Suffix) {
    /// <summary>Characters of chance that <see cref="New"/> asks for.</summary>
    public const int Chance = 6;

    /// <param name="at">Japanese time.</param>
    /// <param name="chance">Six random letters or digits.</param>
    /// <exception cref="ArgumentException"><paramref name="chance"/> is something else: a bug of the caller.</exception>
    public static RequestName New(OqsRequest request, DateTime at, string chance) {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(chance);
        if (chance.Length != Chance || !chance.All(char.IsAsciiLetterOrDigit)) throw new ArgumentException("six letters or digits", nameof(chance));
        return new(request.Family, request.Step, at.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture) + chance);
    }

    /// <summary><c>OQSsiquc01req_20260401090001123a7Bx9Q.xml</c>.</summary>
    public string FileName => $"{Stem}req_{Suffix}.xml";

    /// <summary>What the answer is called, without extension: it may be XML, ZIP or PDF.</summary>
    public string AnswerStem => $"{Stem}res_{Suffix}";

    /// <summary>Stands in <c>res</c>, beside the request itself, when the terminal does not take the request.</summary>
    public string RefusalName => $"{Stem}req_{Suffix}.err";

    private string Stem => $"{OqsInterface.Of(Family).Prefix}{Step:00}";
}
