namespace ClaimsCloud.Domain.Onboarding;

using static BookColumnKind;

public sealed record FormPart(string Title, IReadOnlyList<BookColumn> Fields);

/// <summary>What a station tells when it applies. A draft may hold anything of it; what is handed in must be whole.</summary>
public static class ApplicationForm {
    private const int CodeLength = 7;
    private static readonly IReadOnlyList<(string Value, string Label)> Days = [("1", "月"), ("2", "火"), ("3", "水"), ("4", "木"), ("5", "金"), ("6", "土")];
    private static readonly IReadOnlyList<(string Value, string Label)> Hours = [.. Enumerable.Range(8, 13).Select(h => ($"{h:00}:00", $"{h}:00"))];

    public static IReadOnlyList<FormPart> Parts { get; } = [
        new("事業所", [new("stationName", "訪問看護ステーションの名称"), new("stationCode", "ステーションコード（7桁）"), new("postalCode", "郵便番号", Required: false),
            new("prefecture", "都道府県", Choice, Options: BookTables.Prefectures), new("address", "住所（市区町村から）")]),
        new("ご担当者", [new("contactName", "お名前"), new("phone", "電話番号"), new("email", "メールアドレス"),
            new("callDays", "電話できる曜日（空は月〜金）", Choices, Required: false, Options: Days), new("callFrom", "電話できる時間（から）", Choice, Required: false, Options: Hours), new("callTo", "電話できる時間（まで）", Choice, Required: false, Options: Hours)]),
        new("回線と建物", [new("lines", "今の回線（当てはまるものすべて）", Choices, Options: BookTables.Lines), new("useLine", "請求と資格確認に使う回線（2つ以上あるとき）", Choice, Required: false, Options: BookTables.Lines),
            new("provider", "回線の会社名", Required: false), new("building", "建物", Choice, Options: BookTables.Buildings)]),
        new("準備とご希望", [new("portal", "医療機関等向け総合ポータルサイトの利用者登録が済んでいる", YesNo, Required: false), new("startOn", "始めたい日", Date, Required: false), new("remarks", "ご連絡事項", LongText, Required: false)]),
    ];

    public static IEnumerable<BookColumn> Fields => Parts.SelectMany(p => p.Fields);

    /// <summary>Only the fields that there are, trimmed; too long ones cut.</summary>
    public static Dictionary<string, string> Known(IReadOnlyDictionary<string, string>? answers) =>
        Fields.Select(f => (f.Name, Value: answers?.GetValueOrDefault(f.Name)?.Trim() ?? "")).Where(f => f.Value.Length > 0).ToDictionary(f => f.Name, f => f.Value.Length > 2000 ? f.Value[..2000] : f.Value);

    /// <summary>What must not be kept, not even in a draft.</summary>
    public static IEnumerable<(string Field, string Problem)> Secrets(IReadOnlyDictionary<string, string> answers) =>
        answers.Select(a => (a.Key, SecretText.Problem(a.Value))).Where(p => p.Item2 is not null).Select(p => (p.Key, p.Item2!));

    /// <summary>What is missing or wrong before it can be handed in, in the order of the form.</summary>
    public static IEnumerable<(string Field, string Problem)> Problems(IReadOnlyDictionary<string, string> answers) {
        foreach (var field in Fields) {
            var text = answers.GetValueOrDefault(field.Name, "");
            if (field.Problem(text) is { } problem) yield return (field.Name, problem);
            else if (field.Name == "stationCode" && (text.Length != CodeLength || !text.All(char.IsAsciiDigit))) yield return (field.Name, "ステーションコードは7桁の数字で入れてください。");
            else if (field.Name == "phone" && (text.Count(char.IsAsciiDigit) < 9 || !text.All(c => char.IsAsciiDigit(c) || c is '-' or '(' or ')' or '+' or ' '))) yield return (field.Name, "電話番号は市外局番から数字で入れてください。");
            else if (field.Name == "email" && text.Split('@') is not [{ Length: > 0 }, { Length: > 2 }]) yield return (field.Name, "メールアドレスを確かめてください。");
        }
        if (Window(answers) is { } window && window.From >= window.To) yield return ("callTo", "電話できる時間の終わりは、始まりより後にしてください。");
    }

    public static StationSite Site(IReadOnlyDictionary<string, string> answers) => new(answers.GetValueOrDefault("prefecture", ""), [.. Words(answers.GetValueOrDefault("lines", ""))],
        answers.GetValueOrDefault("building", "unknown"), answers.GetValueOrDefault("useLine"));

    /// <summary>9:00 to 18:00 where nothing else was said.</summary>
    public static CallWindow Window(IReadOnlyDictionary<string, string> answers) => new([.. Words(answers.GetValueOrDefault("callDays", "")).Select(d => (DayOfWeek)int.Parse(d))],
        TimeOnly.Parse(answers.GetValueOrDefault("callFrom", "09:00")), TimeOnly.Parse(answers.GetValueOrDefault("callTo", "18:00")));

    /// <summary>A value as a person reads it.</summary>
    public static string Shown(string field, string value) => Fields.FirstOrDefault(f => f.Name == field) is { Choices.Count: > 0 } known
        ? string.Join('、', Words(value).Select(w => BookTables.Label(known.Choices, w))) : value == "yes" ? "はい" : value;

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
