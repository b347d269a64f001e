using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

internal static class ReturnWords {
    public static string Kind(ReturnFileRow file) => file.Kind switch { "acceptance-list" => "受付結果", "confirmation-list" => "請求確定", _ => "その他" };

    public static string Outcome(ReturnFileRow file) => file.Outcome switch {
        "imported" => "取込済み", "unmatched" => "対応ファイルなし", "refused" => "取込待ち", "damaged" => "読み取れません", "duplicate" => "取込済みと同じ",
        "superseded" => "古い結果", "waiting" => "処理中", _ => "保管",
    };

    public static Tone Tone(ReturnFileRow file) => file.Outcome switch { "imported" => Words.Tone.Good, "damaged" => Words.Tone.Bad, "unmatched" or "refused" => Words.Tone.Warn, _ => Words.Tone.Quiet };
}
