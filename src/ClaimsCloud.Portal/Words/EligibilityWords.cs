using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

/// <summary>The card check in the words of the office.</summary>
internal static class EligibilityWords {
    public static string State(EligibilityState state) => state switch {
        EligibilityState.NotAsked => "未照会", EligibilityState.CannotAsk => "照会できない", EligibilityState.Asked => "照会中", EligibilityState.NoAnswer => "回答なし", EligibilityState.Confirmed => "確認済み",
        EligibilityState.Differs => "違いあり", EligibilityState.NotFound => "該当なし", EligibilityState.Several => "複数該当", _ => "無効",
    };

    public static Tone Tone(EligibilityState state) => state switch {
        EligibilityState.Confirmed => Words.Tone.Good, EligibilityState.Asked => Words.Tone.Info, EligibilityState.NotAsked => Words.Tone.Quiet,
        EligibilityState.Differs or EligibilityState.NotFound or EligibilityState.NoAnswer => Words.Tone.Warn, _ => Words.Tone.Bad,
    };

    public static string Forecast(string forecast) => forecast switch { "ready" => "問題なし", "not-confirmed" => "未確認", "likely-return" => "返戻見込み", "released" => "保留を解除", _ => "保留" };

    public static Tone ForecastTone(string forecast) => forecast switch { "ready" => Words.Tone.Good, "not-confirmed" => Words.Tone.Quiet, "likely-return" or "released" => Words.Tone.Warn, _ => Words.Tone.Bad };

    public static string Age(int? days) => days switch { null => Amounts.Unknown, 0 => "今日", var known => $"{Amounts.Number(known.Value)}日前" };

    public static string Decides(string decides) => decides switch { "rule" => "規則で取り込みます", "name-form" => "氏名の表記", _ => "人が決めます" };

    public static string Outcome(string outcome) => outcome switch { "used" => "取込済み", "refused" => "受付不能", "unmatched" => "本人を確かめられない", _ => "取り置き" };

    public static string Actor(string id, Visits.Visit visit) => id == "eligibility" ? "資格確認の規則" : MonthStates.Actor(id, visit);
}
