using System.Text.Json;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Months;

/// <summary>Sheets, patients that go, and their history, as many as fit into one commit.</summary>
internal sealed record SheetPart(IReadOnlyList<Sheet> Sheets, IReadOnlyList<MonthEdit> Edits);

internal static class SheetParts {
    /// <summary>Room is left for the month, the import and the message.</summary>
    private const int Operations = DocumentLimits.BatchOperations - 8;
    private const int Bytes = DocumentLimits.BatchBytes - (64 * 1024);

    /// <summary>The most a sheet may take in the store.</summary>
    public static bool Fits(Sheet sheet) => Size(sheet) <= DocumentLimits.ItemBytes - 1024;

    /// <param name="edits">One for each sheet that has one, by its patient.</param>
    public static IEnumerable<SheetPart> Of(IEnumerable<Sheet> sheets, IReadOnlyDictionary<string, MonthEdit> edits) {
        var (part, history, bytes) = (new List<Sheet>(), new List<MonthEdit>(), 0);
        foreach (var sheet in sheets) {
            var edit = edits.GetValueOrDefault(sheet.Patient);
            var more = Size(sheet) + (edit is null ? 0 : Size(edit));
            if (part.Count > 0 && (part.Count + history.Count + 2 > Operations || bytes + more > Bytes)) {
                yield return new(part, history);
                (part, history, bytes) = ([], [], 0);
            }
            part.Add(sheet);
            if (edit is not null) history.Add(edit);
            bytes += more;
        }
        if (part.Count > 0) yield return new(part, history);
    }

    private static int Size<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json.Options).Length;
}
