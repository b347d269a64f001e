using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Domain.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>One receipt as a person reads it, from the original bytes, with its findings.</summary>
internal static class ReadClaim {
    /// <summary>A damaged file may call gigabytes a claim; a receipt is a few kilobytes.</summary>
    private const int ShownBytes = 4 * 1024 * 1024;
    private const int ShownFindings = 500;

    public static async Task<Results<Ok<ReceiptDetail>, Refused>> Handle(string fileId, int number, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { Value.Check: { } check } || await Line(check, number, tenant, stop) is not { } line) return (Refused)Refusals.NotFound;

        var findings = await new RowsReader<FindingRow>(tenant.Blobs, check.FindingRows).Read(line.FirstFinding, Math.Min(line.Findings, ShownFindings), stop);
        var bytes = new byte[Math.Min(line.Length, ShownBytes)];
        await using (var original = await tenant.Blobs.Open(ClaimFile.OriginalBlob(fileId), line.Offset, bytes.Length, stop) ?? throw new IOException($"Bytes of {fileId} are missing."))
            await original.Content.ReadExactlyAsync(bytes, stop);
        var sections = (line.Care is null ? ReceiptView.Of(bytes, line.FirstLine) : CareClaimView.Of(bytes, line.FirstLine))
            .Select(section => new Contracts.ReceiptSection(section.Title, [.. section.Rows.Select(row => new Contracts.ReceiptRow(row.Label, row.Value, row.Line))]));
        return TypedResults.Ok(new ReceiptDetail(line.Row, [.. sections], findings));
    }

    /// <summary>Null for a claim that is not there.</summary>
    public static async Task<ClaimLine?> Line(string fileId, int number, TenantScope tenant, CancellationToken stop) =>
        DocumentLimits.IsId(fileId) && await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is { Value.Check: { } check } ? await Line(check, number, tenant, stop) : null;

    private static async Task<ClaimLine?> Line(CheckSummary check, int number, TenantScope tenant, CancellationToken stop) =>
        await new RowsReader<ClaimLine>(tenant.Blobs, check.ClaimRows).Read(number - 1, 1, stop) is [var line] ? line : null;
}
