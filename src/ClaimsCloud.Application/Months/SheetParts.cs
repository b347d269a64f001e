using System.Text.Json;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Months;

/// <summary>Sheets, patients that go, and their history, as many as fit into one commit.</summary>
internal sealed record SheetPart(IReadOnlyList<Sheet> Sheets, IReadOnlyList<MonthEdit> Edits);

internal static class SheetParts {
    /// <param name="edits">One for each sheet that has one, by its patient.</param>
    public static IEnumerable<SheetPart> Of(IEnumerable<Sheet> sheets, IReadOnlyDictionary<string, MonthEdit> edits) {
        var (part, history, room) = (new List<Sheet>(), new List<MonthEdit>(), new SheetRoom());
        foreach (var sheet in sheets) {
            var edit = edits.GetValueOrDefault(sheet.Patient);
            if (!room.Take(sheet, edit)) {
                yield return new(part, history);
                (part, history, room) = ([], [], new());
                room.Take(sheet, edit);
            }
            part.Add(sheet);
            if (edit is not null) history.Add(edit);
        }
        if (part.Count > 0) yield return new(part, history);
    }
}

/// <summary>What still fits into one commit beside the month, an import and a message.</summary>
internal sealed class SheetRoom {
    private const int Operations = DocumentLimits.BatchOperations - 8;
    private const int Bytes = DocumentLimits.BatchBytes - (64 * 1024);

    private int _operations;
    private int _bytes;

    /// <summary>The most a sheet may take in the store.</summary>
    public static bool Fits(Sheet sheet) => Size(sheet) <= DocumentLimits.ItemBytes - 1024;

    /// <summary>False when it does not fit any more; the first always does.</summary>
    public bool Take(Sheet sheet, MonthEdit? edit) {
        var bytes = Size(sheet) + (edit is null ? 0 : Size(edit));
        if (_operations > 0 && (_operations + 2 > Operations || _bytes + bytes > Bytes)) return false;
        _operations += edit is null ? 1 : 2;
        _bytes += bytes;
        return true;
    }

    private static int Size<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json.Options).Length;
}
