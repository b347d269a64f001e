using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Shared;

/// <summary>The closed set: a caller can rely on the codes. What belongs to another tenant is "not found", never "forbidden".</summary>
public static class Refusals {
    private const int MostNamed = 5;

    public static readonly Refusal BadRequest = new("bad-request", "送られた内容を読み取れません。", 400);
    public static readonly Refusal TokenRefused = new("token-refused", "ログインの有効期限が切れたか、確認できません。もう一度ログインしてください。", 401);
    public static readonly Refusal Forbidden = new("forbidden", "この操作を行う権限がありません。", 403);
    public static readonly Refusal FeatureOff = new("feature-off", "この機能は、いまこのステーションでは使えません。必要なときはサポートデスクへご連絡ください。", 403);
    public static readonly Refusal NotFound = new("not-found", "見つかりません。", 404);
    public static readonly Refusal MethodNotAllowed = new("method-not-allowed", "この操作は受け付けていません。", 405);
    public static readonly Refusal TooLarge = new("too-large", "ファイルが大きすぎます。", 413);
    public static readonly Refusal MediaType = new("media-type", "この形式のデータは受け付けていません。", 415);
    public static readonly Refusal RangeNotSatisfiable = new("range-not-satisfiable", "指定された範囲はファイルの外です。", 416);
    public static readonly Refusal Failed = new("failed", "処理できませんでした。しばらくしてからもう一度お試しください。", 500);
    public static readonly Refusal Stopping = new("stopping", "サービスを再起動しています。しばらくしてからもう一度お試しください。", 503);

    public static readonly Refusal StoreFull = new("store-full", "保存する場所がいっぱいのため、いまは受け付けられません。いままでに受け付けたものは失われていません。しばらくしてからもう一度お試しください。", 503);
    public static readonly Refusal StoreAway = new("store-away", "いまはデータを読み書きできません。いままでに受け付けたものは失われていません。しばらくしてからもう一度お試しください。", 503);

    public static readonly Refusal NameMissing = new("name-missing", "ファイル名がありません。255文字までで指定してください。", 400);
    public static readonly Refusal SignInFailed = new("sign-in-failed", "ログイン名またはパスワードが違います。", 403);
    public static readonly Refusal SignInLocked = new("sign-in-locked", "続けて間違えたため、しばらくログインできません。15分たってからお試しください。", 429);
    public static readonly Refusal CodeWrong = new("code-wrong", "確認コードが違うか、すでに使われています。新しいコードを入れてください。", 403);
    public static readonly Refusal InvitationRefused = new("invitation-refused", "招待が見つからないか、期限が切れているか、すでに使われています。招待した人に新しい招待を頼んでください。", 403);
    public static readonly Refusal InvalidInvitation = new("invalid-invitation", "名前（100文字まで）と役割を指定してください。", 400);
    public static readonly Refusal TooManyInvitations = new("too-many-invitations", "開いている招待が多すぎます。使わないものを取り消してください。", 409);
    public static readonly Refusal LastAdmin = new("last-admin", "管理者がいなくなるため、この操作はできません。先にほかの人を管理者にしてください。", 409);
    public static readonly Refusal PasskeyRefused = new("passkey-refused", "このパスキーではログインできません。パスワードでログインしてください。", 403);
    public static readonly Refusal PasskeyNotTaken = new("passkey-not-taken", "パスキーを登録できませんでした。名前を50文字までで入れて、もう一度お試しください。", 400);
    public static readonly Refusal TooManyPasskeys = new("too-many-passkeys", "パスキーは10個まで登録できます。使わないものを消してください。", 409);
    public static readonly Refusal NoPasskeysHere = new("no-passkeys-here", "このアドレスではパスキーを使えません。", 409);
    public static readonly Refusal OrganisationRefused = new("organisation-refused", "組織のアカウントでログインできません。まだ連携していないときは、パスワードでログインし、アカウントの画面で連携してください。", 403);
    public static readonly Refusal LinkTaken = new("link-taken", "この組織のアカウントは、すでに連携されています。", 409);
    public static readonly Refusal SignInAgain = new("sign-in-again", "ログインから時間がたっています。一度ログアウトし、ログインし直してからお試しください。", 409);
    public static readonly Refusal SecondFactorFixed = new("second-factor-fixed", "サポートデスクの確認コードは外せません。", 409);
    public static readonly Refusal NoSuchSupporter = new("no-such-supporter", "そのログイン名のサポート担当者はいません。電話の相手に確かめてください。", 404);
    public static readonly Refusal LoginTaken = new("login-taken", "このログイン名はすでに使われています。", 409);
    public static readonly Refusal InvalidStation = new("invalid-station", "ステーションの名称、7桁のステーションコード、ログイン名（半角の英数字と . _ - @ +）と8文字以上のパスワードを指定してください。", 400);

    public static readonly Refusal InvalidAccount = new("invalid-account", "名前、ログイン名（半角の英数字と . _ - @ +）と8文字以上のパスワードを指定してください。", 400);

    public static readonly Refusal PasswordTooShort = new("password-too-short", "パスワードは8文字以上にしてください。", 400);

    public static readonly Refusal ApplicationHandedIn = new("application-handed-in", "この申込みはすでに受け付けました。内容を変えるときは、お電話でご連絡ください。", 409);
    public static readonly Refusal CaseClosed = new("case-closed", "この案件は終わったか、取り下げられています。", 409);
    public static readonly Refusal CodeStays = new("code-stays", "ステーションコードは変えられません。取り下げて、新しく申し込んでください。", 409);
    public static readonly Refusal NoSecrets = new("no-secrets", "パスワードや暗証番号は書かないでください。回線事業者のパスワードは預かりません。", 400);
    public static readonly Refusal PartnerDoesNotFit = new("partner-does-not-fit", "この導入支援事業者は、回線・建物・住所の決まりに合いません。", 409);
    public static readonly Refusal AlreadyOrdered = new("already-ordered", "発注した後は、紹介先を変えられません。発注先と相談し、先に［見積もり・発注・請求］で発注を取り消してください。", 409);
    public static readonly Refusal ItemDone = new("item-done", "この作業はもう終わっています。", 409);
    public static readonly Refusal NothingQuoted = new("nothing-quoted", "先に導入支援事業者を選び、見積もりを作ってください。", 409);
    public static readonly Refusal NothingOrdered = new("nothing-ordered", "この支払先への発注が記録されていません。", 409);
    public static readonly Refusal AlreadyInvoiced = new("already-invoiced", "請求書を記録した後は、発注を変えられません。", 409);
    public static readonly Refusal AmountsWrong = new("amounts-wrong", "金額は、見積もりの項目ごとに0円から1億円までの整数で入れてください。", 400);
    public static readonly Refusal DatesWrong = new("dates-wrong", "日付が正しくありません。今日より後の日や、順序の合わない日は入れられません。", 400);
    public static readonly Refusal PacketIncomplete = new("packet-incomplete", "補助金の書類がまだそろっていません。足りないものを確かめてください。", 409);
    public static readonly Refusal StationOpenAlready = new("station-open-already", "このステーションコードは、すでに利用を始めています。", 409);
    public static readonly Refusal NotAPaper = new("not-a-paper", "PDF、PNG、JPEGのどれかの、10MBまでのファイルを選んでください。", 415);
    public static readonly Refusal PapersFull = new("papers-full", "書類の数が多すぎます。", 409);
    public static readonly Refusal NoSheet = new("no-sheet", "この導入支援事業者の表は決まりごとにありません。", 404);
    public static readonly Refusal SheetTaken = new("sheet-taken", "この表はもう取り込みました。", 409);
    public static readonly Refusal BookRowFixed = new("book-row-fixed", "この行は足したり消したりできません。", 409);

    /// <param name="missing">What has to be done first, in Japanese.</param>
    public static Refusal CaseNotReady(IEnumerable<string> missing) => new("case-not-ready", $"次の段階へはまだ進めません。{string.Concat(missing.Take(MostNamed))}", 409);

    /// <param name="question">What has to be known first, in Japanese.</param>
    public static Refusal PartnerUnclear(string question) => new("partner-unclear", question, 409);

    public static Refusal AnswersWrong(string problem) => new("answers-wrong", problem, 400);

    public static readonly Refusal HasErrors = new("has-errors", "エラーのあるファイルは封印できません。元のデータを直してから、もう一度取り込んでください。", 409);

    /// <param name="claims">Positions in the file, from 1.</param>
    public static Refusal SentBefore(IReadOnlyList<int> claims) => new("sent-before",
        $"このファイルには、すでに送ったレセプトが{claims.Count}件あります（{Named(claims)}）。重ねて請求すると返戻されます。返戻されたレセプトだけを送るときは、再請求ファイルを作ってください。", 409);

    /// <param name="claims">Positions in the file, from 1.</param>
    public static Refusal ClaimsHeld(IReadOnlyList<int> claims) => new("claims-held",
        $"資格確認の結果、保留になったレセプトが{claims.Count}件あります（{Named(claims)}）。資格確認の画面で確かめ、請求ファイルを作り直すか、理由を書いて保留を解除してください。", 409);

    public static readonly Refusal AnswersSinceCheck = new("answers-since-check", "点検のあとに、資格確認の新しい回答が届きました。もう一度点検してから封印してください。", 409);

    public static readonly Refusal NoClaims = new("no-claims", "レセプトのないファイルは封印できません。", 409);

    public static readonly Refusal CareMonthIsOver = new("care-month-over", "このファイルの処理対象年月の受付は終わりました。月の記録から作り直すと、次に送る月のファイルになります。", 409);
    public static readonly Refusal CareClaimHeld = new("care-claim-held", "保留中の請求が入っています。保留の請求は送り直しません。作り直すと、その請求を除いたファイルになります。", 409);
    public static readonly Refusal CareClaimSent = new("care-claim-sent", "すでに送った請求が入っています。作り直すと、その請求を除いたファイルになります。", 409);

    public static readonly Refusal CheckSettingsFull = new("check-settings-full", "登録できる数を超えています。使わないものを消してください。", 409);
    public static readonly Refusal NotOverridable = new("not-overridable", "受付不能になる指摘は、確認済みにできません。元のデータを直してください。", 409);
    public static readonly Refusal NoChartNumber = new("no-chart-number", "訪問看護記録番号等のないレセプトの指摘は、確認済みにできません。", 409);

    public static readonly Refusal NotAMonth = new("not-a-month", "年月が正しくありません。", 400);
    public static readonly Refusal MonthExists = new("month-exists", "この月はすでに始まっています。", 409);
    public static readonly Refusal MonthLocked = new("month-locked", "締めた月です。直すときは、理由を書いて締めを解除してください。", 409);
    public static readonly Refusal MonthImporting = new("month-importing", "ファイルを取り込んでいます。終わってからもう一度お試しください。", 409);
    public static readonly Refusal ChangedMeanwhile = new("changed-meanwhile", "ほかの人が先に変更しました。いまの内容を確かめて、もう一度入力してください。", 409);
    public static readonly Refusal ReasonMissing = new("reason-missing", "理由を200文字までで書いてください。", 400);

    public static readonly Refusal InvalidEligibilityRules = new("invalid-eligibility-rules", "封印の日は2〜10、照会の間隔は0〜3600秒、受付の住所はhttpsで始まる住所、停止の終わりは始まりより後で指定してください。", 400);
    public static readonly Refusal AskedMeanwhile = new("asked-meanwhile", "いま、ほかの照会を出しているところです。少し待ってから、もう一度お試しください。", 409);
    public static readonly Refusal ValueDoesNotFit = new("value-does-not-fit", "この値は月の記録に入れられません。月の記録の画面で直してください。", 409);

    public static readonly Refusal CodeRefused = new("code-refused", "登録コードが正しくないか、有効期限が切れています。", 403);
    public static readonly Refusal CodeUsed = new("code-used", "この登録コードはほかの端末で使用済みです。", 409);
    public static readonly Refusal InvalidKey = new("invalid-key", "端末の公開鍵（P-256）または端末名が正しくありません。", 400);
    public static readonly Refusal AssertionRefused = new("assertion-refused", "端末の証明を確認できません。", 401);
    public static readonly Refusal HashDiffers = new("hash-differs", "内容のハッシュが一致しません。", 409);
    public static readonly Refusal KeyReused = new("key-reused", "同じキーで異なる内容が送られました。", 409);

    public static readonly Refusal ArchiveDamaged = new("archive-damaged", "控えのファイルが壊れているか、書き換えられています。", 400);
    public static readonly Refusal TenantExists = new("tenant-exists", "このステーション、または同じログイン名がすでにあります。", 409);
    public static readonly Refusal RestoreDiffers = new("restore-differs", "戻した内容が控えと一致しません。同じ場所に別のデータが残っています。", 409);
    public static readonly Refusal ArchiveInTheWay = new("archive-in-the-way", "控えのファイルに別の内容があります。新しい名前を指定してください。", 409);
    public static readonly Refusal StationInUse = new("station-in-use", "控えを取ったあとに書き込みがありました。何も消していません。もう一度実行してください。", 409);
    public static readonly Refusal PartsMissing = new("parts-missing", "ファイルの一部がまだ届いていません。", 409);
    public static readonly Refusal ProofRefused = new("proof-refused", "端末の署名を確認できません。", 409);
    public static readonly Refusal DeviceRevoked = new("device-revoked", "この端末の登録は取り消されています。", 403);
    public static readonly Refusal DeviceMoved = new("device-moved", "この端末の登録は新しいPCへ移されています。", 403);
    public static readonly Refusal NotARelease = new("not-a-release", "署名された更新ファイルではありません。", 400);
    public static readonly Refusal Fenced = new("fenced", "同じ登録の端末が別のPCで動いています。", 403);

    /// <param name="from">What the state is called on the screen.</param>
    public static Refusal IllegalMove(string from, string to) => new("illegal-transition", $"状態「{from}」から「{to}」へは進めません。", 409);

    private static string Named(IReadOnlyList<int> claims) => $"{string.Join('、', claims.Take(MostNamed).Select(n => $"{n}番"))}{(claims.Count > MostNamed ? "など" : "")}";

    /// <summary>For answers that the framework gives without a body.</summary>
    public static Refusal For(int status) => status switch {
        401 => TokenRefused, 403 => Forbidden, 404 => NotFound, 405 => MethodNotAllowed, 413 => TooLarge, 415 => MediaType,
        416 => RangeNotSatisfiable, 503 => Stopping, >= 500 => Failed, _ => BadRequest with { Status = status },
    };
}
