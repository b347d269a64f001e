namespace ClaimsCloud.Domain.Records;

/// <summary>Letters, digits, marks and the space of full width as those of half width. The hosts run without culture data: the framework's own normalisation does nothing there.</summary>
public static class HalfWidth {
    /// <summary>Everything else is as it was, kana too.</summary>
    public static char Of(char c) => c switch { '　' => ' ', >= '！' and <= '～' => (char)(c - '！' + '!'), _ => c };

    /// <summary>Sign by sign.</summary>
    public static string Of(string text) {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (into, from) => {
            for (var i = 0; i < from.Length; i++) into[i] = Of(from[i]);
        });
    }
}
