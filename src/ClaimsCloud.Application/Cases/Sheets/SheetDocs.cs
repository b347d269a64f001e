using System.Text.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Onboarding;
using ClaimsCloud.Domain.Onboarding.Sheets;

namespace ClaimsCloud.Application.Cases.Sheets;

/// <summary>What was given to a partner; its rows are in a blob, as they were on that day.</summary>
internal sealed record SheetExport(string Partner, int Version, DateTimeOffset At, string By) {
    public static readonly DocumentIndex<SheetExport> ByPartner = new("partner", e => $"{e.Partner}.{SortKeys.Of(e.At)}");
    public static readonly DocumentKind<SheetExport> Kind = new("case-sheet", ByPartner);

    public static string Blob(string exportId) => $"case-sheets/{exportId}";
}

/// <summary>What came back; what it would change is in a blob.</summary>
/// <param name="State">refused, asked or taken.</param>
/// <param name="Taken">Cells that were changed.</param>
internal sealed record SheetImport(string Partner, string FileName, DateTimeOffset At, string By, string State, int Taken, IReadOnlyList<string> NotTaken) {
    public static readonly DocumentKind<SheetImport> Kind = new("case-sheet-import");

    public static string Blob(string importId) => $"case-sheet-imports/{importId}";
}

internal static class SheetParts {
    private static readonly string[] CallFields = ["callDays", "callFrom", "callTo"];

    /// <summary>Open cases of a partner, by number.</summary>
    public static async Task<IReadOnlyDictionary<string, OnboardingCase>> CasesOf(this PlatformScope platform, string partner, CancellationToken stop) {
        var cases = new SortedDictionary<string, OnboardingCase>(StringComparer.Ordinal);
        await foreach (var one in platform.Documents.All(OnboardingCase.Kind, OnboardingCase.ByOpening, IndexRange.All, stop))
            if (one.Value.Partner?.Key == partner) cases[one.Id] = one.Value;
        return cases;
    }

    /// <summary>A field of a case as the sheet shows it.</summary>
    public static string Cell(OnboardingCase of, SheetColumn column) => column.Editable ? of.PartnerFields.GetValueOrDefault(column.Field, "")
        : column.Field == "callWindow" ? string.Join(' ', CallFields.Select(f => ApplicationForm.Shown(f, of.Answers.GetValueOrDefault(f, ""))).Where(t => t.Length > 0))
        : ApplicationForm.Shown(column.Field, of.Answers.GetValueOrDefault(column.Field, ""));

    public static async Task PutJson<T>(this IBlobs blobs, string name, T value, CancellationToken stop) {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, Json.Options));
        if (await blobs.Put(name, content, stop) is null) throw new IOException($"Blob {name} came twice.");
    }

    public static async Task<T?> GetJson<T>(this IBlobs blobs, string name, CancellationToken stop) where T : class {
        await using var blob = await blobs.Open(name, 0, null, stop);
        return blob is null ? null : await JsonSerializer.DeserializeAsync<T>(blob.Content, Json.Options, stop);
    }
}
