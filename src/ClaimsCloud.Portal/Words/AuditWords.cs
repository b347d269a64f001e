using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Words;

internal static class AuditWords {
    private static readonly AuditAct[] OfPlatform = [AuditAct.ReleasePublished, AuditAct.ReleaseStopped, AuditAct.MessageResent, AuditAct.StationOpened, AuditAct.StationLeft, AuditAct.StationRemoved, AuditAct.AccountMade, AuditAct.ContractSet, AuditAct.FeatureSwitched, AuditAct.RenewalMoved, AuditAct.IncidentOpened, AuditAct.IncidentEnded, AuditAct.Anchored];
    private static readonly AuditAct[] OfPeople = [AuditAct.Invited, AuditAct.InvitationWithdrawn, AuditAct.PersonJoined, AuditAct.PersonRemoved, AuditAct.RoleChanged, AuditAct.SecondFactorReset, AuditAct.RecoveryCodesMade, AuditAct.PasskeyAdded, AuditAct.PasskeyRemoved, AuditAct.OrganisationLinked, AuditAct.OrganisationUnlinked, AuditAct.SessionEnded];
    private static readonly AuditAct[] OfBoth = [AuditAct.SignedIn, AuditAct.SignInFailed, AuditAct.SignInLocked, AuditAct.AuditExported];

    /// <summary>What can stand in the log that the visitor reads.</summary>
    public static IEnumerable<AuditAct> Of(Visit visit) => visit.AtDesk ? OfBoth.Concat(OfPeople).Concat(OfPlatform) : Enum.GetValues<AuditAct>().Except([.. OfPlatform, AuditAct.Later]);

    public static string Word(AuditAct act) => act switch {
        AuditAct.SignedIn => "ログイン",
        AuditAct.SignInFailed => "ログイン失敗",
        AuditAct.SignInLocked => "続けて失敗し、ログイン停止",
        AuditAct.FileSealed => "請求ファイルを封印",
        AuditAct.OriginalDownloaded => "請求ファイルを保存",
        AuditAct.FindingsDownloaded => "指摘の一覧を保存",
        AuditAct.ReturnDownloaded => "届いたファイルを保存",
        AuditAct.MonthDownloaded => "月の記録を保存",
        AuditAct.MonthLocked => "月を締めた",
        AuditAct.MonthUnlocked => "締めを解除",
        AuditAct.ChecksChanged => "点検の設定を変更",
        AuditAct.FindingTaken => "指摘を確認済みにした",
        AuditAct.FindingReleased => "確認済みを取り消し",
        AuditAct.CareSetupChanged => "介護保険の設定を変更",
        AuditAct.EligibilityRulesChanged => "資格確認の設定を変更",
        AuditAct.CodeMade => "端末の登録コードを作成",
        AuditAct.ConnectorEnrolled => "端末を登録",
        AuditAct.ConnectorMoved => "端末の鍵を交換",
        AuditAct.ConnectorRevoked => "端末の登録を取り消し",
        AuditAct.ReleasePublished => "連携ソフトを公開",
        AuditAct.ReleaseStopped => "連携ソフトの公開を停止",
        AuditAct.MessageResent => "止まった処理を再実行",
        AuditAct.StationOpened => "ステーションを開設",
        AuditAct.StationLeft => "ステーションの利用を終了",
        AuditAct.StationRemoved => "ステーションのデータを消去",
        AuditAct.AccountMade => "アカウントを作成",
        AuditAct.AuditExported => "操作記録を保存",
        AuditAct.Invited => "人を招待",
        AuditAct.InvitationWithdrawn => "招待を取り消し",
        AuditAct.PersonJoined => "招待された人が登録",
        AuditAct.PersonRemoved => "人を削除",
        AuditAct.RoleChanged => "役割を変更",
        AuditAct.SecondFactorReset => "確認コードのやり直し",
        AuditAct.SecondFactorChosen => "確認コードの設定を変更",
        AuditAct.RecoveryCodesMade => "回復コードを作成",
        AuditAct.PasskeyAdded => "パスキーを登録",
        AuditAct.PasskeyRemoved => "パスキーを削除",
        AuditAct.OrganisationLinked => "組織のアカウントを連携",
        AuditAct.OrganisationUnlinked => "組織のアカウントの連携を解除",
        AuditAct.SessionEnded => "ログアウト",
        AuditAct.GrantGiven => "サポートへ許可",
        AuditAct.GrantEnded => "サポートへの許可を終了",
        AuditAct.GrantViewed => "サポートが閲覧",
        AuditAct.PersonExportAsked => "個人データの控えを依頼",
        AuditAct.PersonExportMade => "個人データの控えを作成",
        AuditAct.PersonExportTaken => "個人データの控えを保存",
        AuditAct.PersonErasureAsked => "個人データの削除を依頼",
        AuditAct.PersonErased => "個人データを削除",
        AuditAct.LegalHoldSet => "保全を開始",
        AuditAct.LegalHoldLifted => "保全を解除",
        AuditAct.RetentionRun => "保存期間の過ぎたものを消去",
        AuditAct.ContractSet => "保守契約を登録",
        AuditAct.FeatureSwitched => "機能を切り替え",
        AuditAct.RenewalMoved => "証明書の更新を進めた",
        AuditAct.IncidentOpened => "全国側の障害を登録",
        AuditAct.IncidentEnded => "全国側の障害を終了",
        AuditAct.Anchored => "操作記録の控え",
        AuditAct.Later => "新しい版の操作",
        _ => $"{act}",
    };

    /// <summary>An id, or a hash by its ends.</summary>
    public static string Subject(AuditRow row) => row.Subject switch { null => Amounts.Unknown, { Length: > 40 } hash => Amounts.ShortHash(hash), var id => id };

    public static string Why(AuditRow row) => row switch {
        { Why: null } => Amounts.Unknown,
        { Act: AuditAct.Invited or AuditAct.PersonJoined or AuditAct.RoleChanged or AuditAct.AccountMade } => PeopleWords.Role(row.Why),
        { Act: AuditAct.SecondFactorChosen } => row.Why == nameof(SecondFactor.Off) ? "使わない" : "使う",
        _ => row.Why switch {
            "set-up" => "確認コードを準備", "recovery-code" => "回復コード", "passkey" => "パスキー", "passkey-refused" => "パスキー違い", "organisation" => "組織のアカウント", "organisation-refused" => "組織の対象外", "code-wrong" => "確認コード違い", "sign-in-failed" => "パスワード違い", "saved" => "保存", "deleted" => "削除", var why => why,
        },
    };

    public static string Actor(AuditRow row, Visit visit) => row.Actor switch {
        "system" => "自動処理",
        "host" => "運用担当",
        _ when row.Act is AuditAct.ConnectorEnrolled or AuditAct.ConnectorMoved => $"端末 {Short(row.Actor)}",
        _ => MonthStates.Actor(row.Actor, visit),
    };

    private static string Short(string id) => id[^Math.Min(6, id.Length)..];
}
