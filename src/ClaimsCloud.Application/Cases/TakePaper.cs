using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>A paper as evidence of an item, or for the subsidy. What it is, its bytes say and not its name.</summary>
internal static class TakePaper {
    private const int NameLength = 200;
    private const int Most = 100;
    public const long MostYen = 100_000_000;

    /// <summary>From the desk.</summary>
    public static async Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, string? name, string? item, string? paper, string? supplier, long? yen, HttpRequest request, PlatformScope platform, Caller caller, CancellationToken stop) =>
        (await Take(caseId, new(name, item, paper, supplier, yen), request.Body, CaseChanges.Desk, caller.Id, platform, stop)).Succeeded(out var changed, out var refusal)
            ? TypedResults.Ok(await CaseViews.Detail(caseId, changed, platform, stop)) : (Refused)refusal;

    public static async Task<Outcome<OnboardingCase>> Take(string caseId, PaperLabel label, Stream body, string by, string person, PlatformScope platform, CancellationToken stop) {
        var name = label.Name?.Split('/', '\\')[^1].Trim() ?? "";
        if (name.Length is 0 or > NameLength) return Refusals.NameMissing;
        if (string.IsNullOrEmpty(label.Item) == string.IsNullOrEmpty(label.Paper) || label.Yen is < 0 or > MostYen || SecretText.Problem(name) is not null) return Refusals.BadRequest;
        // Bounded by the route's limit: small enough to look at before it is kept.
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, stop);
        if (ExtensionOf(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is not { } extension) return Refusals.NotAPaper;
        bytes.Position = 0;
        var paper = new CasePaper(platform.Ids.Next(), name, extension, bytes.Length, "", Empty(label.Item), Empty(label.Paper), Empty(label.Supplier), label.Yen, by, platform.Now);
        var blob = await platform.Blobs.Put(paper.Blob, bytes, stop) ?? throw new IOException($"Id {paper.Id} came twice.");
        var outcome = await CaseChanges.Apply(caseId, by, person, platform, (of, book) => {
            var wanted = Money.MoneyViews.ProgrammeOf(of, book).Papers.FirstOrDefault(p => p.Key == paper.Paper);
            if (paper.Item is not null && book.Items.All(i => i.Key != paper.Item) || paper.Paper is not null && (wanted is null || wanted.PerSupplier == (BookTables.Suppliers.All(s => s.Value != paper.Supplier)))) return Refusals.BadRequest;
            if (of.Papers.Count >= Most) return Refusals.PapersFull;
            return new CaseChange(of with { Papers = [.. of.Papers, paper with { Sha256 = blob.Sha256 }] }, $"書類を受け取りました：{wanted?.Name ?? book.Items.FirstOrDefault(i => i.Key == paper.Item)?.Name}", $"{name}（SHA-256 {blob.Sha256[..16]}…）");
        }, stop);
        if (!outcome.Succeeded(out _, out _)) await platform.Blobs.Delete(paper.Blob, CancellationToken.None);
        return outcome;
    }

    /// <summary>The bytes of one, to the desk.</summary>
    public static async Task<IResult> Read(string caseId, string paperId, PlatformScope platform, CancellationToken stop) =>
        (await platform.Case(caseId, stop))?.Value.Papers.FirstOrDefault(p => p.Id == paperId) is { } paper
            ? new RangedContent(platform.Blobs, paper.Blob, paper.Sha256, paper.Name) : new Refused(Refusals.NotFound);

    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? ExtensionOf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8) ? "pdf" : bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "png" : bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "jpg" : null;
}

/// <param name="Item">Evidence of which item; exactly one of this and <paramref name="Paper"/>.</param>
/// <param name="Yen">What stands on it, when somebody typed it.</param>
internal sealed record PaperLabel(string? Name, string? Item, string? Paper, string? Supplier, long? Yen);
