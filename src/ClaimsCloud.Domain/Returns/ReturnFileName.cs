using System.Text.RegularExpressions;

namespace ClaimsCloud.Domain.Returns;

/// <summary>Which list a status file of オンライン請求 is.</summary>
public enum ReturnFileKind {
    /// <summary>受付・事務点検ASP結果リスト (<c>hasp</c>, <c>uasp</c>).</summary>
    AcceptanceList,
    /// <summary>請求確定状況 (<c>fixf</c>).</summary>
    ConfirmationList,
    /// <summary>一次請求返戻ファイル (<c>RECEIPTH.HEN</c>; the name itself is assumed from RECEIPTC.HEN of 医科).</summary>
    ReturnedClaims,
    /// <summary>増減点連絡書 (<c>zogn</c>).</summary>
    AdjustmentNotice,
    /// <summary>返戻内訳書 (<c>henr</c>).</summary>
    ReturnStatement,
    /// <summary>振込額明細 (<c>fmei</c>).</summary>
    PaymentStatement,
}

/// <summary>
/// What the name of a list says: <c>RI</c> + kind + payer (1 支払基金, 2 国保連) + prefecture (2) + 点数表 (6 for 訪問看護) + station code (7) + time of
/// making (14). The order is documented for 医科 by two third-party importers and assumed for 訪問看護; the first two letters are not certain, so any
/// two are taken. Return files carry nothing in their name. Where a name says nothing, a person says kind and payer.
/// </summary>
/// <param name="Prefecture">Empty when a person said what the file is.</param>
/// <param name="MadeAt"><c>yyyyMMddHHmmss</c>, Japanese time; null when the name ends otherwise.</param>
public sealed partial record ReturnFileName(ReturnFileKind Kind, string Payer, string Prefecture, string StationCode, string? MadeAt) {
    /// <summary>Null when the name is not that of a status list. A browser's <c> (1)</c> before the extension is tolerated.</summary>
    public static ReturnFileName? Parse(string fileName) {
        if (Pattern().Match(fileName) is not { Success: true } match) return null;
        var made = match.Groups["made"];
        return new(KindOf(match.Groups["kind"].Value.ToUpperInvariant()), match.Groups["payer"].Value, match.Groups["prefecture"].Value, match.Groups["station"].Value, made.Success ? made.Value : null);
    }

    /// <summary>What a file is, by its name, or for a return file by how it begins; null when neither says.</summary>
    public static ReturnFileKind? KindOf(string fileName, ReadOnlySpan<byte> bytes) {
        ArgumentNullException.ThrowIfNull(fileName);
        return Parse(fileName)?.Kind
            ?? (fileName.EndsWith(".HEN", StringComparison.OrdinalIgnoreCase) || ReturnedClaimFile.LooksLikeOne(bytes) ? ReturnFileKind.ReturnedClaims : null);
    }

    private static ReturnFileKind KindOf(string kind) => kind switch {
        "FIXF" => ReturnFileKind.ConfirmationList, "ZOGN" => ReturnFileKind.AdjustmentNotice, "HENR" => ReturnFileKind.ReturnStatement,
        "FMEI" => ReturnFileKind.PaymentStatement, _ => ReturnFileKind.AcceptanceList,
    };

    [GeneratedRegex("""^[A-Z]{2}(?<kind>hasp|uasp|fixf|zogn|henr|fmei)(?<payer>[12])(?<prefecture>[0-9]{2})6(?<station>[0-9]{7})(?:(?<made>[0-9]{14})|[0-9]{0,13})(?: ?\([0-9]{1,3}\))?\.csv$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
