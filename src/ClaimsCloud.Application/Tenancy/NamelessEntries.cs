using System.Text;
using System.Text.Json;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Step 2: index entries lie in the clear where bodies are encrypted, and two kinds named a patient in theirs until 2026-11; answers of オンライン資格確認 could not be listed by age. Entries of either
/// layout follow from id and body. The kinds are named as they were then: what their types say today is another matter.
/// </summary>
internal static class NamelessEntries {
    private const string Sheet = "care-sheet", Edit = "care-edit", Answer = "eligibility-file";

    public static ScopeRow Forward(ScopeRow row) => row switch {
        // The sheet's id already is "month.hash of the patient's key".
        DocumentRow { Kind: Sheet } sheet => With(sheet, "month", sheet.Id.Replace('.', '|')),
        DocumentRow { Kind: Edit } edit => With(edit, "patient", EditOf(edit, PatientMark.Of)),
        DocumentRow { Kind: Answer } answer => With(answer, "received", Read(answer, body => SortKeys.Of(body.Time("receivedAt")))),
        _ => row,
    };

    public static ScopeRow Back(ScopeRow row) => row switch {
        DocumentRow { Kind: Sheet } sheet => With(sheet, "month", Read(sheet, SheetOf)),
        DocumentRow { Kind: Edit } edit => With(edit, "patient", EditOf(edit, patient => patient)),
        DocumentRow { Kind: Answer } answer => With(answer, "received", null),
        _ => row,
    };

    /// <summary>Month and name. What is too long for an entry is cut: the program of before looks for the month only, and orders by the rest.</summary>
    private static string SheetOf(Body body) {
        var value = body.Text("patient").Length == 0 ? $"{body.Text("month")}|" : $"{body.Text("month")}|{body.MayBe("kana") ?? body.Text("name")}";
        var cut = new StringBuilder();
        var bytes = 0;
        foreach (var rune in value.EnumerateRunes()) {
            if ((bytes += rune.Utf8SequenceLength) > DocumentLimits.IndexValueBytes) break;
            cut.Append(rune);
        }
        return cut.ToString();
    }

    /// <summary>Month, patient and time; none where it is the station's, or too long for an entry: the program of before could not have written that one, and looks for the whole key.</summary>
    private static string? EditOf(DocumentRow edit, Func<string, string> shown) => Read(edit, body => {
        if (body.Text("patient") is not { Length: > 0 } patient) return null;
        var value = $"{body.Text("month")}|{shown(patient)}|{SortKeys.Of(body.Time("at"))}";
        return Encoding.UTF8.GetByteCount(value) <= DocumentLimits.IndexValueBytes ? value : null;
    });

    private static DocumentRow With(DocumentRow row, string index, string? value) => row with {
        Entries = [.. row.Entries.Where(entry => entry.Index != index).Concat(value is null ? [] : [new IndexEntry(index, value)]).OrderBy(entry => entry.Index, StringComparer.Ordinal)],
    };

    private static string? Read(DocumentRow row, Func<Body, string?> read) {
        using var json = JsonDocument.Parse(row.Json);
        return read(new(row, json.RootElement));
    }

    private readonly record struct Body(DocumentRow Row, JsonElement Json) {
        public string? MayBe(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;

        public string Text(string name) => MayBe(name) ?? throw new InvalidDataException($"{Row.Kind} {Row.Id} has no {name}.");

        public DateTimeOffset Time(string name) => Json.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : throw new InvalidDataException($"{Row.Kind} {Row.Id} has no {name}.");
    }
}
