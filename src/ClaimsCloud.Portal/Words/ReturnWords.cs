using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

internal static class ReturnWords {
    public static string Kind(string kind) => kind switch { "acceptance-list" => "受付結果", "confirmation-list" => "請求確定", "returned-claims" => "返戻", "adjustment-notice" => "増減点連絡書",
        "return-statement" => "返戻内訳書", "payment-statement" => "振込額明細", _ => "その他" };

    /// <summary>True for a list of amounts, which has a page of its own.</summary>
    public static bool IsStatement(string kind) => kind is "adjustment-notice" or "return-statement" or "payment-statement";

    public static string Outcome(ReturnFileRow file) => file.Outcome switch {
        "imported" => "取込済み", "unmatched" => "対応ファイルなし", "refused" => "取込待ち", "damaged" => "読み取れません", "duplicate" => "取込済みと同じ",
        "superseded" => "古い結果", "waiting" => "処理中", _ => "保管",
    };

    public static Tone Tone(ReturnFileRow file) => file.Outcome switch { "imported" => Words.Tone.Good, "damaged" => Words.Tone.Bad, "unmatched" or "refused" => Words.Tone.Warn, _ => Words.Tone.Quiet };
}
