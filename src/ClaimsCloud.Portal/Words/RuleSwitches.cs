using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

/// <summary>What a station wants to hear of a rule.</summary>
internal static class RuleSwitches {
    public static readonly string[] All = ["all", "first", "off"];

    public static string Of(string code, IReadOnlyList<RuleSwitchRow> switches) => switches.FirstOrDefault(s => s.Code == code)?.Switch ?? "all";

    public static string Word(string choice) => choice switch { "first" => "1件だけ", "off" => "止めている", _ => "すべて" };

    public static string Meaning(string choice) => choice switch {
        "first" => "レセプトごとに最初の1件だけ指摘する", "off" => "点検しない（点検の範囲に「止めている」と残ります）", _ => "すべて指摘する",
    };
}
