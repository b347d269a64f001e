using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

internal static class ReturnWords {
    public static string Kind(string kind) => kind switch { "acceptance-list" => "受付結果", "confirmation-list" => "請求確定", "returned-claims" => "返戻", "adjustment-notice" => "増減点連絡書",
        "return-statement" => "返戻内訳書", "payment-statement" => "振込額明細", "care-7411" => "介護　返戻（保留）一覧表", "care-7311" => "介護　増減単位数通知書",
        "care-7211" => "介護　審査決定増減表", "care-7515" => "介護　支払決定額通知書", "care-7521" => "介護　支払決定額内訳書", "care-7611" => "介護　過誤決定通知書", "care-7621" => "介護　再審査決定通知書",
        _ => "その他" };

    /// <summary>What a person may say a file is.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["acceptance-list", "confirmation-list", "returned-claims", "adjustment-notice", "return-statement", "payment-statement"];

    public static string Outcome(ReturnFileRow file) => file.Outcome switch {
        "imported" => "取込済み", "unmatched" => "対応ファイルなし", "refused" => "取込待ち", "damaged" => "読み取れません", "duplicate" => "取込済みと同じ",
        "superseded" => "古い結果", "waiting" => "処理中", "asked" => "種類を確認", _ => "保管",
    };

    public static Tone Tone(ReturnFileRow file) => file.Outcome switch { "imported" => Words.Tone.Good, "damaged" => Words.Tone.Bad, "unmatched" or "refused" or "asked" => Words.Tone.Warn, _ => Words.Tone.Quiet };
}
