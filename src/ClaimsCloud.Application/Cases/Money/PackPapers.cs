using System.IO.Compression;
using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Onboarding;
using ClaimsCloud.Domain.Onboarding.Sheets;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.Cases.Money;

/// <summary>All papers of the subsidy in one ZIP, with a list of them and the account as a spreadsheet opens it. Refused while one is missing.</summary>
internal static class PackPapers {
    public static async Task<IResult> Handle(string caseId, PlatformScope platform, CancellationToken stop) {
        if (await platform.Case(caseId, stop) is not { } stored) return new Refused(Refusals.NotFound);
        var (of, book) = (stored.Value, await Books.Today(platform, stop));
        var account = MoneyViews.Account(of, book, platform.Today());
        if (!account.IsComplete || of.Orders.Count == 0) return new Refused(Refusals.PacketIncomplete);
        var programme = MoneyViews.ProgrammeOf(of, book);
        var papers = of.HeldPapers().Where(p => p.Paper is not null).Select((p, i) => (Paper: p, Title: Title(p, programme), File: $"{i + 1:00}_{Title(p, programme)}.{p.Extension}")).ToList();
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) {
            await Write(zip, "00_一覧.csv", SheetFile.WriteCsv([["ステーション", of.StationName], ["ステーションコード", of.StationCode], ["補助金", programme.Name], ["費用の合計", $"{account.TotalYen}"], ["補助の対象", $"{account.SubsidisedYen}"],
                ["補助金の額", $"{account.SubsidyYen}"], ["自己負担", $"{account.OwnYen}"], [], ["ファイル", "書類", "金額", "SHA-256"], .. papers.Select(p => (IReadOnlyList<string>)[p.File, p.Title, $"{p.Paper.Yen}", p.Paper.Sha256])]), stop);
            await Write(zip, "00_請求書.csv", SheetFile.WriteCsv([["支払先", "請求書", "日付", "支払った日", "項目", "金額（税込）", "補助の対象"], .. of.Invoices.SelectMany(i => i.Lines, (i, l) =>
                (IReadOnlyList<string>)[MoneyViews.Supplier(i.Supplier), i.Number, $"{i.On:yyyy-MM-dd}", $"{i.PaidOn:yyyy-MM-dd}", l.Name, $"{l.Yen}", l.Subsidised ? "対象" : "対象外"])]), stop);
            foreach (var (paper, _, name) in papers) {
                await using var blob = await platform.Blobs.Open(paper.Blob, 0, null, stop) ?? throw new IOException($"Blob {paper.Blob} is missing.");
                await using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                await blob.Content.CopyToAsync(entry, stop);
            }
        }
        file.Position = 0;
        return TypedResults.Stream(file, "application/zip", $"{caseId}.zip");
    }

    private static string Title(CasePaper paper, Programme programme) =>
        (programme.Papers.FirstOrDefault(p => p.Key == paper.Paper)?.Name ?? paper.Paper!).Replace('/', '_').Replace('\\', '_') + (paper.Supplier is { } s ? $"_{MoneyViews.Supplier(s)}" : "");

    private static async Task Write(ZipArchive zip, string name, byte[] content, CancellationToken stop) {
        await using var entry = zip.CreateEntry(name).Open();
        await entry.WriteAsync(content, stop);
    }
}
