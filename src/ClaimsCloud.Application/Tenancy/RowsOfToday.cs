using System.Text.Json;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Rows of before, with the index entries of today. Entries lie in the clear where bodies are encrypted: two kinds named a patient in theirs until 2026-11, and
/// answers of オンライン資格確認 could not be listed by age.
/// </summary>
public static class RowsOfToday {
    public static ScopeRow Of(ScopeRow row) => row switch {
        // The sheet's id already is "month.hash of the patient's key".
        DocumentRow { Kind: "care-sheet" } sheet => sheet with { Entries = [new("month", sheet.Id.Replace('.', '|'))] },
        DocumentRow { Kind: "care-edit" } edit => edit with { Entries = [.. edit.Entries.Select(entry => entry.Index == "patient" ? entry with { Value = Hashed(entry.Value) } : entry)] },
        DocumentRow { Kind: "eligibility-file" } answer => answer with { Entries = [.. answer.Entries.Where(entry => entry.Index != "received"), new("received", Received(answer.Json))] },
        _ => row,
    };

    private static string Received(string json) {
        using var answer = JsonDocument.Parse(json);
        return SortKeys.Of(answer.RootElement.GetProperty("receivedAt").GetDateTimeOffset());
    }

    /// <summary>Month, patient's key and time, the key hashed. A key may hold the mark between them; time and month do not.</summary>
    private static string Hashed(string value) {
        var (first, last) = (value.IndexOf('|', StringComparison.Ordinal), value.LastIndexOf('|'));
        var patient = value[(first + 1)..last];
        return patient.StartsWith(PatientMark.Start, StringComparison.Ordinal) ? value : $"{value[..first]}|{PatientMark.Of(patient)}{value[last..]}";
    }
}
