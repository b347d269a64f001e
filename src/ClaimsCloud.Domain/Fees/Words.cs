using System.Text;

namespace ClaimsCloud.Domain.Fees;

/// <summary>Words of the data files: names of an enum in small letters, parts set off by hyphens.</summary>
internal static class Words {
    public static T Read<T>(string word) where T : struct, Enum =>
        Enum.TryParse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && !char.IsAsciiDigit(word[0])
            ? value : throw new InvalidOperationException($"'{word}' is no {typeof(T).Name}");

    public static T? ReadOptional<T>(string word) where T : struct, Enum => word.Length == 0 ? null : Read<T>(word);

    public static IReadOnlyList<T> ReadList<T>(string words) where T : struct, Enum => [.. Split(words).Select(Read<T>)];

    public static string Write<T>(T value) where T : struct, Enum {
        var word = new StringBuilder();
        foreach (var c in value.ToString()) {
            if (word.Length > 0 && !char.IsAsciiLetterLower(c)) word.Append('-');
            word.Append(char.ToLowerInvariant(c));
        }
        return word.ToString();
    }

    public static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
