using System.Globalization;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>One value of a message.</summary>
/// <param name="Element">Official element name.</param>
/// <param name="Japanese">Null for an element that is not known.</param>
/// <param name="Form">Text for an element that is not known.</param>
/// <param name="Text">Exactly as written, leading spaces too.</param>
/// <param name="Line">From 1.</param>
/// <param name="Meaning">What the code means, in Japanese; null when it is no code or not known.</param>
public sealed record BlockValue(string Element, string? Japanese, ElementForm Form, string Text, int Line, string? Meaning) {
    internal bool NeverFuture { get; init; }
}

/// <summary>
/// A group of values of a message, in the order of our tables whatever the order of the file. No element is lost: unknown ones come last, unknown codes stand
/// as they came.
/// </summary>
/// <param name="Name">Official name of the group's element; <c>BulkConfirmUnit</c> and <c>BulkRegistrationUnit</c> keep theirs.</param>
public sealed record Block(string Name, int Line, IReadOnlyList<BlockValue> Values, IReadOnlyList<Block> Blocks) {
    internal static Block Empty(string name) => new(name, 1, [], []);

    /// <summary>Exactly as written; null when absent or empty.</summary>
    public string? Text(string element) => Values.FirstOrDefault(v => v.Element == element) is { Text.Length: > 0 } value ? value.Text : null;

    /// <summary>All values of an element that may be repeated.</summary>
    public IEnumerable<string> Texts(string element) => Values.Where(v => v.Element == element && v.Text.Length > 0).Select(v => v.Text);

    /// <summary>Null when absent or not a day of the calendar.</summary>
    public DateOnly? Date(string element) => Text(element) is { } text ? ParseDate(text) : null;

    /// <summary>Japanese time; null when absent or not a time.</summary>
    public DateTime? Time(string element) => Text(element) is { } text ? ParseTime(text) : null;

    /// <summary>Null when absent or not 1–9 digits.</summary>
    public int? Number(string element) => Text(element) is { Length: <= 9 } text && text.All(char.IsAsciiDigit) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Null when absent or not a month.</summary>
    public ServiceMonth? Month(string element) => Text(element) is { } text ? ParseMonth(text) : null;

    public Block? First(string name) => Blocks.FirstOrDefault(b => b.Name == name);

    public IEnumerable<Block> All(string name) => Blocks.Where(b => b.Name == name);

    internal IEnumerable<BlockValue> Everything() => Values.Concat(Blocks.SelectMany(b => b.Everything()));

    internal static DateOnly? ParseDate(string text) =>
        text.Length == 8 && text.All(char.IsAsciiDigit) && DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    internal static DateTime? ParseTime(string text) =>
        text.Length == 14 && text.All(char.IsAsciiDigit) && DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    internal static ServiceMonth? ParseMonth(string text) => ParseDate(text + "01") is { } day ? ServiceMonth.Of(day.Year, day.Month) : null;
}
