using System.Text.RegularExpressions;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Onboarding;

/// <summary>No password of a line provider is ever kept: texts that name one are refused, wherever a person may write.</summary>
public static partial class SecretText {
    private const string Refusal = "パスワードや暗証番号は書かないでください。回線事業者のパスワードは預かりません。";

    /// <summary>Null when the text may be kept.</summary>
    public static string? Problem(string text) => Told().IsMatch(HalfWidth.Of(text)) ? Refusal : null;

    /// <summary>Whether a heading asks for one.</summary>
    public static bool IsName(string heading) => Named().IsMatch(HalfWidth.Of(heading));

    /// <summary>The word with a value behind it: "パスワード：abc", "PW abc123", "暗証番号は1234". The word alone ("パスワードの設定") is no secret.</summary>
    [GeneratedRegex(@"(パスワード|ﾊﾟｽﾜｰﾄﾞ|パスコード|暗証番号|パスフレーズ|password|passwd|passcode|(?<![a-z])pw|(?<![a-z])pass)\s*([:=;/]|は|が|->|→)\s*[^\s。、]|(パスワード|ﾊﾟｽﾜｰﾄﾞ|暗証番号|password|passwd|(?<![a-z])pw|(?<![a-z])pass)\s*[!-~]{4,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Told();

    [GeneratedRegex(@"パスワード|ﾊﾟｽﾜｰﾄﾞ|パスコード|パスフレーズ|暗証|password|passwd|passcode|(?<![a-z])pw(?![a-z])|secret", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
