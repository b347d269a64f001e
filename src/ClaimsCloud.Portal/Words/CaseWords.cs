using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

/// <summary>What cases, their items and their money are called.</summary>
internal static class CaseWords {
    public static readonly (string Value, string Text)[] ItemStates = [("open", "これから"), ("doing", "進めている"), ("waiting", "待っている"), ("done", "終わった"), ("notNeeded", "要らない（理由を書く）")];
    public static readonly (string Value, string Text)[] Holders = [("station", "ステーション"), ("conduct", "コンダクト"), ("partner", "導入支援事業者"), ("portal", "ポータルサイト")];

    public static string Item(CaseItemRow item) => item.State switch { "done" => "済み", "notNeeded" => "不要", "waiting" => $"{item.WaitsFor}を待っています", "doing" => "進めています", _ => "これから" };

    public static Tone ItemTone(CaseItemRow item) => item.State switch { "done" => Tone.Good, "notNeeded" => Tone.Quiet, "waiting" => Tone.Warn, "doing" => Tone.Info, _ => Tone.Quiet };

    public static IReadOnlyList<FileStep> Steps(IReadOnlyList<CaseStepRow> steps) => [.. steps.Select(s => new FileStep(s.Name, s.State switch { "done" => StepState.Done, "now" => StepState.Now, _ => StepState.Ahead }))];

    /// <summary>350,000円, or 350,000〜450,000円 for an estimate.</summary>
    public static string Range(RangeRow range) => range.Low == range.High ? Amounts.Yen(range.Low) : $"{Amounts.Number(range.Low)}〜{Amounts.Yen(range.High)}";

    public static string Price(PriceRow price) => price is { LowYen: 0, HighYen: 0 } ? "見積もりによります" : Range(new(price.LowYen, price.HighYen));

    public static string Tax(string tax) => tax switch { "included" => "税込", "excluded" => "税別", _ => "税の記載なし" };

    public static string NextCall(CaseRow row, DateTimeOffset now) => row.NextCall is not { } from ? Amounts.Unknown : from <= now ? "いま" : $"{JapanTime.MonthDay(JapanTime.At(from))}{JapanTime.Clock(from)}〜";

    public static string Month(DateOnly day) => $"{day.Year}年{day.Month}月";

    /// <summary>A date of a partner's sheet; shown as it came when it is none.</summary>
    public static string Day(FieldOption date) => DateOnly.TryParseExact(date.Label, "yyyy-MM-dd", out var day) ? JapanTime.Date(day) : date.Label;

    public static string Day(DateOnly? day) => day is { } known ? JapanTime.MonthDay(known.ToDateTime(default)) : Amounts.Unknown;
}
