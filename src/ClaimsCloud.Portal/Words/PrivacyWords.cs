using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

internal static class PrivacyWords {
    public static string Wish(PersonWish wish) => wish == PersonWish.Export ? "控えの作成" : "削除";

    public static string State(PersonRequestRow request) => request.State switch {
        PersonRequestState.Running => "作業中", PersonRequestState.Waiting => "保存期間の終わりを待っています", PersonRequestState.Expired => "期限切れ", _ => request.Wish == PersonWish.Export ? "できました" : "削除しました",
    };

    public static string Hold(LegalHoldKind kind) => kind switch { LegalHoldKind.Inspection => "指導・監査・調査", LegalHoldKind.Dispute => "紛争・請求の争い", _ => "その他" };

    /// <summary>The end of a hash: enough to tell one patient's requests from another's.</summary>
    public static string Subject(PersonRequestRow request) => request.Subject ?? $"…{request.Mark[^8..]}";

    public static string Until(HeldData held) => held.Until is { } day ? $"{JapanTime.Date(day)}まで" : "未定";

    public static string Period(RetentionRow row) => row.Months switch { null => "消しません", 0 => "7日", { } months when months % 12 == 0 => $"{Amounts.Number(months / 12)}年", { } months => $"{Amounts.Number(months)}か月" };

    public static string Confidence(RetentionRow row) => row.Confidence switch { "read" => "条文で確認", "reported" => "解説による（条文は未確認）", _ => "当サービスの決め" };
}
