using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

/// <summary>Care-insurance claims in the words of the office.</summary>
internal static class CareWords {
    /// <summary>Of a file or an invoice for 国保連合会 (介護).</summary>
    public const string Payer = "care";

    public static string Insurance(string payer) => payer switch { "medical" => "医療保険", "care" => "介護保険", _ => "自費" };

    public static string State(CareItemRow item) => item.State switch {
        "returned" => item.SentAgain ? "返戻（再請求済み）" : "返戻", "held" => "保留", "paid" => "支払", "withdrawn" => item.SentAgain ? "過誤（再請求済み）" : "過誤", _ => "審査待ち",
    };

    public static Tone Tone(CareItemRow item) => item.State switch { "paid" => Words.Tone.Good, "held" => Words.Tone.Warn, "returned" or "withdrawn" => item.SentAgain ? Words.Tone.Quiet : Words.Tone.Bad, _ => Words.Tone.Info };

    /// <summary>What a day of the month is for sending.</summary>
    public static string Window(int day, CareWindowRow window) => day < window.FirstDay ? "受付前" : day > window.LastDay ? "受付終了"
        : day < window.LastDay ? "受付" : $"{(window.Closes is { } closes ? $"{closes} まで" : "締切（時刻は要確認）")}{(window.CancelUntil is { } cancel ? $"　取消は{cancel}まで" : "")}";
}
