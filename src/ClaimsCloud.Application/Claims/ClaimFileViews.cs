using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Claims;

internal static class ClaimFileViews {
    public static ClaimFileRow Row(string fileId, ClaimFile file) =>
        new(fileId, file.Name, file.ReceivedAt, file.Size, file.State, file.Check?.Claims, file.Check?.TotalYen, file.Check?.Errors, file.Check?.Hints, file.Check?.NotChecked) {
            ClaimMonth = file.Check?.ClaimMonth, Payer = file.Check?.Payer,
        };

    public static ClaimFileDetail Detail(string fileId, ClaimFile file, DateTimeOffset now) {
        var sealable = WhyNotSealable(file) is null;
        var why = file.State switch {
            ClaimFileState.Received or ClaimFileState.Checking => "点検が終わってから封印できます。",
            ClaimFileState.Unreadable => "読み取れないファイルは封印できません。",
            _ => WhyNotSealable(file)?.Title,
        };
        return new(Row(fileId, file), file.Sha256, file.CheckedBytes, file.Check?.ClaimMonth, file.Check?.Payer, sealable, why, file.Chain) {
            Alerts = ChainTimers.Of(file, now), RulesVersion = file.Check?.RulesVersion, Recheckable = ClaimFileMoves.MayMove(file.State, ClaimFileState.Received),
        };
    }

    /// <summary>Null when the file may be sealed now.</summary>
    public static Refusal? WhyNotSealable(ClaimFile file) =>
        !ClaimFileMoves.MayMove(file.State, ClaimFileState.Sealed) ? ClaimFileMoves.Illegal(file.State, ClaimFileState.Sealed)
        : file.Check is not { } check || check.Claims == 0 ? Refusals.NoClaims
        : check.Errors > 0 ? Refusals.HasErrors
        : null;
}
