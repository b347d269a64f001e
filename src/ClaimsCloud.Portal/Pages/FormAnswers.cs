using ClaimsCloud.Portal.Pages.Months;

namespace ClaimsCloud.Portal.Pages;

/// <summary>What was typed into the <see cref="Components.RowInput"/>s of a form, by name of the field.</summary>
internal static class FormAnswers {
    public static Dictionary<string, string> Of(IFormCollection form) => form.Where(f => f.Key.StartsWith(EditRow.Prefix, StringComparison.Ordinal))
        .ToDictionary(f => f.Key[EditRow.Prefix.Length..], f => string.Join(';', f.Value.Where(v => !string.IsNullOrEmpty(v))));
}
