using System.Globalization;
using System.Numerics;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

internal static class ConnectorStates {
    /// <summary>A connector asks for work about once a minute; after this it counts as silent.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(1);

    /// <param name="onHours">See <see cref="ConnectorRow.OnHours"/>: a PC that is usually off at this hour is not missed.</param>
    public static string Word(DateTimeOffset? lastSeen, IReadOnlyList<string> alarms, IReadOnlyList<int>? onHours, DateTimeOffset now) =>
        lastSeen is null ? "接続待ち" : now - lastSeen > Silence ? IsOn(onHours, now) == false ? "電源オフの時間" : "応答なし" : alarms.Count > 0 ? "警告あり" : "正常";

    public static Tone Tone(DateTimeOffset? lastSeen, IReadOnlyList<string> alarms, IReadOnlyList<int>? onHours, DateTimeOffset now) =>
        lastSeen is null ? Words.Tone.Quiet
        : now - lastSeen > Silence ? IsOn(onHours, now) switch { false => Words.Tone.Quiet, true => Words.Tone.Bad, null => Words.Tone.Warn }
        : alarms.Count > 0 ? Words.Tone.Bad : Words.Tone.Good;

    /// <summary>Whether it is usually on now; null while nobody knows.</summary>
    public static bool? IsOn(IReadOnlyList<int>? onHours, DateTimeOffset now) {
        var at = JapanTime.At(now);
        return onHours is null ? null : (onHours[(int)at.DayOfWeek] & 1 << at.Hour) != 0;
    }

    /// <summary>月〜金 8〜18時、土 8〜12時; days that are alike stand together.</summary>
    public static string OnHours(IReadOnlyList<int>? onHours) {
        if (onHours is null) return "学習中（2週間ほどかかります）";
        const string weekdays = "月火水木金土日";
        int Of(int weekday) => onHours[(weekday + 1) % weekdays.Length];
        var parts = new List<string>();
        for (var (from, to) = (0, 0); from < weekdays.Length; from = to) {
            for (to = from + 1; to < weekdays.Length && Of(to) == Of(from);) to++;
            if (Of(from) == 0) continue;
            var days = to == from + 1 ? $"{weekdays[from]}" : $"{weekdays[from]}〜{weekdays[to - 1]}";
            parts.Add($"{days} {BitOperations.TrailingZeroCount(Of(from))}〜{BitOperations.Log2((uint)Of(from)) + 1}時");
        }
        return parts.Count == 0 ? "決まっていません" : string.Join("、", parts);
    }

    public static string LastSeen(DateTimeOffset? lastSeen, DateTimeOffset now) =>
        lastSeen is { } seen ? $"{JapanTime.Ago(seen, now)}（{JapanTime.Short(seen)}）" : "まだありません";

    public static string Skew(long? milliseconds) => milliseconds switch {
        null => "未測定",
        { } ms when Math.Abs(ms) <= Tolerated.TotalMilliseconds => "正確です",
        { } ms => $"{Span(Math.Abs(ms))}{(ms > 0 ? "進んでいます" : "遅れています")}",
    };

    public static string Queue(int? length) => length switch { null => "—", 0 => "なし", { } some => some.ToString(CultureInfo.InvariantCulture) + "件" };

    /// <summary>Why a newer version is not in; null when there is nothing to say.</summary>
    public static string? Update(EdgeProgram? program) => program switch {
        { Waits: "update-billing-days" } => "新しい版があります。請求の期間（1日〜12日）が終わってから入ります",
        { Waits: "update-cannot-write" or "update-not-signed" or "update-other-runtime" } => "新しい版を入れられません。サポートデスクで確認しています",
        { RolledBack: { } version } => $"第{version}版は動かなかったため、前の版に戻しました",
        _ => null,
    };

    public static string Started(string? boot) => boot switch { "start" => "連携ソフトを起動", "restart" => "PC の再起動", "crash" => "異常終了のあと自動で再開", _ => "—" };

    private static string Span(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds) switch {
        { TotalHours: < 1 } span => $"{(int)span.TotalMinutes}分", { TotalDays: < 1 } span => $"{(int)span.TotalHours}時間", var span => $"{(int)span.TotalDays}日",
    };
}
