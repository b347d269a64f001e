using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Claims;

/// <summary>The check of a file for 国保連合会 (介護): its form and sums, and whether one of its claims is there already.</summary>
internal static class CareFileChecking {
    /// <summary>A month of a large office is below a megabyte.</summary>
    private const long Largest = 64L << 20;

    /// <summary>True for a file that begins with the control record of the care-insurance interface, not with one of オンライン請求.</summary>
    public static async Task<bool> IsOne(string fileId, ClaimFile file, TenantScope tenant, CancellationToken stop) {
        if (file.CareRecords is not null) return true;
        if (file.Size is < 2 or > Largest) return false;
        var beginning = new byte[Math.Min(file.Size, 4)];
        await using var blob = await tenant.Blobs.Open(ClaimFile.OriginalBlob(fileId), 0, beginning.Length, stop) ?? throw new IOException($"Bytes of {fileId} are missing.");
        await blob.Content.ReadExactlyAsync(beginning, stop);
        return beginning is [(byte)'1', (byte)',', ..] or [(byte)'"', (byte)'1', (byte)'"', (byte)','];
    }

    /// <param name="rows">Beginning of the names of the blobs it writes.</param>
    public static async Task<CheckSummary> Run(string fileId, ClaimFile file, string rows, TenantScope tenant, CancellationToken stop) {
        using var bytes = new MemoryStream();
        await using (var original = await tenant.Blobs.Open(ClaimFile.OriginalBlob(fileId), 0, null, stop) ?? throw new IOException($"Bytes of {fileId} are missing.")) await original.Content.CopyToAsync(bytes, stop);
        bytes.Position = 0;
        var found = CareFileCheck.Run(bytes, await (await CareSetup.Of(tenant, stop)).ImportedCodes(tenant, stop));
        bytes.Position = 0;
        var sent = CareSentFile.Read(bytes);
        List<Finding> findings = [.. found, .. await InTheWay(sent, tenant, stop)];
        var names = file.CareRecords is null ? [] : await Names(fileId, tenant, stop);

        await using var claims = new RowsWriter<ClaimLine>(tenant.Blobs, rows + "-claims", stop);
        await using var written = new RowsWriter<FindingRow>(tenant.Blobs, rows + "-findings", stop);
        var ofClaims = findings.ToLookup(f => f.Place.Claim is > 0 and var n && n <= sent.Claims.Count ? n : 0);
        foreach (var finding in ofClaims[0]) await written.Add(FindingRows.Of(finding), stop);
        foreach (var (index, claim) in sent.Claims.Index()) {
            var (number, first, name) = (index + 1, written.Count, index < names.Count ? names[index].Name : $"被保険者 {claim.Insured}");
            foreach (var finding in ofClaims[number]) await written.Add(FindingRows.Of(finding) with { PatientName = name }, stop);
            await claims.Add(new(number, claim.Place.FirstLine, claim.Place.Offset, claim.Place.Length, name, claim.ServiceMonth, claim.Form == "7132" ? "介護予防訪問看護" : "訪問看護（介護）", claim.CostYen,
                ofClaims[number].Count(StopsSealing), first, written.Count - first, null, null) { Care = claim }, stop);
        }
        await claims.Finish(stop);
        await written.Finish(stop);
        await using var coverage = new RowsWriter<RuleCoverageRow>(tenant.Blobs, rows + "-coverage", stop);
        await coverage.Finish(stop);
        var (errors, notChecked) = (findings.Count(StopsSealing), findings.Count(f => f.Verdict == Verdict.NotChecked));
        var readable = sent.Claims.Count > 0 && !findings.Exists(f => f.Code == CareRules.Frame.Code);
        return new(rows + "-claims", rows + "-findings", readable, sent.Claims.Count, sent.Claims.Sum(c => c.CostYen), sent.ProcessingMonth, ClaimFile.CarePayer, sent.OfficeNumber,
            errors, findings.Count - errors - notChecked, notChecked) {
            RulesVersion = RuleCatalog.Version, CoverageRows = rows + "-coverage", ServiceMonths = [.. sent.Claims.Select(c => c.ServiceMonth).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>A query is for a person to look at: units over the plan and numbers whose check digit is wrong are sent all the same.</summary>
    private static bool StopsSealing(Finding finding) => finding.Verdict == Verdict.Fail && finding.Severity < Severity.Query;

    private static async Task<IReadOnlyList<Finding>> InTheWay(CareSentFile sent, TenantScope tenant, CancellationToken stop) {
        var account = await CareAccounts.Of([.. sent.Claims.Select(c => c.ServiceMonth).Distinct()], tenant, stop);
        return [.. sent.Claims.Index().Select(c => (c.Item, Number: c.Index + 1, Sent: account.InTheWay(c.Item.IsSameAs))).Where(c => c.Sent is not null).Select(c => SentBefore.Finding(c.Sent!, c.Number, c.Item))];
    }

    private static async Task<List<OwnCareClaim>> Names(string fileId, TenantScope tenant, CancellationToken stop) {
        var names = new List<OwnCareClaim>();
        await foreach (var row in new RowsReader<OwnCareClaim>(tenant.Blobs, CareFile.NamesBlob(fileId)).All(stop)) names.Add(row);
        return names;
    }
}
