using System.Collections.Frozen;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>An error code of 7411 in plain Japanese.</summary>
/// <param name="Known">False when the code is not in our table: the payer's own words count.</param>
/// <param name="Owner">Who can settle it: 事業所, ケアマネジャー, 保険者, 連合会.</param>
public sealed record CareErrorWords(bool Known, string Title, string Fix, string Owner);

/// <summary>備考 of 7411 in words. The interface has no table of them: <c>Data/kaigo/2024-04/SOURCE.md</c>.</summary>
public static class CareErrorCodes {
    private static readonly FrozenDictionary<string, CareErrorWords> Words = DataFile.Rows("kaigo/2024-04/error-codes.csv").ToFrozenDictionary(r => r["code"], r => new CareErrorWords(true, r["title"], r["fix"], r["owner"]));
    private static readonly CareErrorWords Unknown = new(false, "番号の意味は手元の表にありません", "一覧表の内容を読み、分からないときは連合会に確かめてください。", "連合会");
    private static readonly CareErrorWords Held = new(true, "ケアマネジャーの給付管理票を待っています", "送り直さないでください。居宅介護支援事業所に、給付管理票をいつ出すかを確かめてください。届くと自動で審査されます。", "ケアマネジャー");

    public static IReadOnlyCollection<string> All => Words.Keys;

    /// <param name="code">As <see cref="CareAnswerLine.Code"/>.</param>
    public static CareErrorWords Of(string code) {
        ArgumentNullException.ThrowIfNull(code);
        return code.Contains("保留", StringComparison.Ordinal) ? Held : Words.GetValueOrDefault(code, Unknown);
    }
}
