using System.Globalization;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

internal static class ConnectorStates {
    /// <summary>A connector asks for work about once a minute; after this it counts as silent.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(1);

    public static string Word(DateTimeOffset? lastSeen, IReadOnlyList<string> alarms, DateTimeOffset now) =>
        lastSeen is null ? "接続待ち" : now - lastSeen > Silence ? "応答なし" : alarms.Count > 0 ? "警告あり" : "正常";

    public static Tone Tone(DateTimeOffset? lastSeen, IReadOnlyList<string> alarms, DateTimeOffset now) =>
        lastSeen is null ? Words.Tone.Quiet : now - lastSeen > Silence ? Words.Tone.Warn : alarms.Count > 0 ? Words.Tone.Bad : Words.Tone.Good;

    public static string LastSeen(DateTimeOffset? lastSeen, DateTimeOffset now) =>
        lastSeen is { } seen ? $"{JapanTime.Ago(seen, now)}（{JapanTime.Short(seen)}）" : "まだありません";

    public static string Skew(long? milliseconds) => milliseconds switch {
        null => "未測定",
        { } ms when Math.Abs(ms) <= Tolerated.TotalMilliseconds => "正確です",
        { } ms => $"{Span(Math.Abs(ms))}{(ms > 0 ? "進んでいます" : "遅れています")}",
    };

    public static string Queue(int? length) => length switch { null => "—", 0 => "なし", { } some => some.ToString(CultureInfo.InvariantCulture) + "件" };

    private static string Span(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds) switch {
        { TotalHours: < 1 } span => $"{(int)span.TotalMinutes}分", { TotalDays: < 1 } span => $"{(int)span.TotalHours}時間", var span => $"{(int)span.TotalDays}日",
    };
}
