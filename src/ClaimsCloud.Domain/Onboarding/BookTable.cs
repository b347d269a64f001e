namespace ClaimsCloud.Domain.Onboarding;

public enum BookColumnKind { Text, LongText, Number, Date, YesNo, Choice, Choices }

/// <param name="Name">As in the data file.</param>
/// <param name="Label">Japanese, for the form.</param>
/// <param name="Options">What may be chosen, by value and Japanese word; empty for the other kinds. Values of <see cref="BookColumnKind.Choices"/> are set off by spaces.</param>
public sealed record BookColumn(string Name, string Label, BookColumnKind Kind = BookColumnKind.Text, bool Required = true, string? Unit = null, IReadOnlyList<(string Value, string Label)>? Options = null) {
    public IReadOnlyList<(string Value, string Label)> Choices => Options ?? [];

    /// <summary>Null when the text is a value of this column.</summary>
    public string? Problem(string text) {
        if (text.Length == 0) return Required ? $"「{Label}」を入れてください。" : null;
        return Kind switch {
            BookColumnKind.Number when !long.TryParse(text, out var number) || number < 0 || number > 100_000_000 => $"「{Label}」は0以上の数字で入れてください。",
            BookColumnKind.Date when !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) => $"「{Label}」は日付で入れてください。",
            BookColumnKind.YesNo when text != "yes" => $"「{Label}」は yes か空です。",
            BookColumnKind.Choice when Choices.All(c => c.Value != text) => $"「{Label}」を選び直してください。",
            BookColumnKind.Choices when text.Split(' ').Any(t => Choices.All(c => c.Value != t)) => $"「{Label}」を選び直してください。",
            _ when text.Length > 2000 => $"「{Label}」が長すぎます。",
            _ => SecretText.Problem(text),
        };
    }
}

/// <param name="Name">As its data file is called.</param>
/// <param name="IsFixed">Its keys stand for something the product acts on: rows may be changed, none added or taken away.</param>
public sealed record BookTable(string Name, string Title, bool IsFixed, IReadOnlyList<BookColumn> Columns);
