using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>A claim that stands in a file although 国保連合会 has it already. What is held is never sent again.</summary>
public static class SentBefore {
    private const string Source = "連合会のエラーコード ANN2・ANN4";
    private static readonly CareRule Sent = new("CF90", Severity.ClaimRefused, "すでに送った請求です", "審査の結果を待ってください。支払われた請求は、過誤申立のあとに作り直してください。", Source);
    private static readonly CareRule Held = new("CF91", Severity.ClaimRefused, "保留中の請求です", "送り直さないでください。給付管理票が届くと自動で審査されます。", Source);

    public static IReadOnlyList<CareRule> Rules { get; } = [Sent, Held];

    /// <param name="number">Of the claim in its file, from 1.</param>
    public static Finding Finding(CareItem inTheWay, int number, SentCareClaim claim) {
        ArgumentNullException.ThrowIfNull(inTheWay);
        ArgumentNullException.ThrowIfNull(claim);
        var rule = inTheWay.State == CareState.Held ? Held : Sent;
        var what = inTheWay.State switch { CareState.Held => "保留", CareState.Paid => "支払済み", _ => "審査の結果待ち" };
        return new(rule.Code, rule.Severity, Verdict.Fail, new(number, "7131-01", claim.Place.FirstLine, claim.Place.Offset, null), $"同じ請求を{inTheWay.Sending.ProcessingMonth}に送っていて、{what}です。", rule.Fix, rule.Source);
    }
}
