using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Claims;

/// <summary>
/// Runs the check over an uploaded file and stores what it found. A delivery that died half-way is simply done again: its rows are in blobs that
/// no document names, and are removed.
/// </summary>
internal static class CheckClaimFile {
    /// <summary>More than can be claimed at all; a file with nonsense in this place must not swell its document.</summary>
    private const int MostMonths = 60;

    public static async Task Handle(Received<ClaimFileUploaded> message, TenantScope tenant, CancellationToken stop) {
        var fileId = message.Body.FileId;
        var file = await Read(tenant, fileId, stop);
        if (file.Value.State == ClaimFileState.Received) {
            if (!file.Value.Move(ClaimFileState.Checking).Succeeded(out var checking, out var refused)) throw new InvalidOperationException(refused.Title);
            file = await Save(tenant, tenant.Batch().Replace(file, checking), fileId, stop);
        }
        if (file.Value.State != ClaimFileState.Checking) return;
        foreach (var leftOver in await tenant.Blobs.List(ClaimFile.RowsFolder(fileId), stop)) await tenant.Blobs.Delete(leftOver, stop);

        var (summary, last) = await Check(tenant, file, stop);
        var to = summary.Readable ? ClaimFileState.Checked : ClaimFileState.Unreadable;
        var done = last.Value with { Check = summary, CheckedBytes = last.Value.Size };
        if (!done.Move(to, Evidence.Checked(done, tenant.Now, summary)).Succeeded(out var moved, out var illegal)) throw new InvalidOperationException(illegal.Title);
        await Save(tenant, tenant.Batch().Replace(last, moved).Consume(message).Send(new OpenFilesChanged(fileId)).Send(new ClaimFileMoved(fileId)), fileId, stop);
    }

    private static async Task<(CheckSummary Summary, Stored<ClaimFile> Last)> Check(TenantScope tenant, Stored<ClaimFile> file, CancellationToken stop) {
        var attempt = ClaimFile.RowsFolder(file.Id) + tenant.Ids.Next();
        if (await CareFileChecking.IsOne(file.Id, file.Value, tenant, stop)) return (await CareFileChecking.Run(file.Id, file.Value, attempt, tenant, stop), file);
        var (claimRows, findingRows) = (attempt + "-claims", attempt + "-findings");
        await using var claims = new RowsWriter<ClaimLine>(tenant.Blobs, claimRows, stop);
        await using var findings = new RowsWriter<FindingRow>(tenant.Blobs, findingRows, stop);
        await using var original = await tenant.Blobs.Open(ClaimFile.OriginalBlob(file.Id), 0, null, stop) ?? throw new IOException($"Bytes of {file.Id} are missing.");

        var own = await OwnFile.Read(file.Id, file.Value, tenant, stop);
        var settings = await CheckSettings.Read(tenant, stop);
        var check = new ClaimFileCheck(original.Content, settings.Setup(own.Context, own.Released));
        var progress = new CheckProgress(tenant, file);
        var (errors, hints, notChecked, overridden) = (0, 0, 0, 0);
        var months = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in check.Run()) {
            stop.ThrowIfCancellationRequested();
            var first = findings.Count;
            foreach (var finding in part.Findings) await findings.Add(FindingRows.Of(finding, part.Claim, own.Trace(finding, part.Claim)), stop);
            var partErrors = part.Findings.Count(f => f.IsError);
            if (part.Claim is { } c) {
                await claims.Add(new(c.Number, c.FirstLine, c.Offset, c.Length, c.PatientName, c.ServiceMonth, c.ClaimType, c.TotalYen,
                    partErrors, first, part.Findings.Count, null, null) { ChartNumber = c.ChartNumber }, stop);
                if (months.Count <= MostMonths) months.Add(c.ServiceMonth);
            }
            var unknown = part.Findings.Count(f => f.Verdict == Verdict.NotChecked);
            var taken = part.Findings.Count(f => f.Verdict == Verdict.Overridden);
            (errors, hints, notChecked, overridden) = (errors + partErrors, hints + part.Findings.Count - partErrors - unknown - taken, notChecked + unknown, overridden + taken);
            await progress.Reached(part.BytesRead, stop);
        }
        await claims.Finish(stop);
        await findings.Finish(stop);
        await using var coverage = new RowsWriter<RuleCoverageRow>(tenant.Blobs, attempt + "-coverage", stop);
        foreach (var row in ListCoverage.Rows(check.Coverage, settings.OwnRules)) await coverage.Add(row, stop);
        await coverage.Finish(stop);
        var totals = check.Totals;
        return (new(claimRows, findingRows, totals.Readable, claims.Count, totals.TotalYen, totals.ClaimMonth, totals.Payer, totals.StationCode, errors, hints, notChecked) {
            RulesVersion = RuleCatalog.VersionWith(tenant.Fees), CoverageRows = attempt + "-coverage", Overridden = overridden, CardsTold = own.CardsTold,
            ServiceMonths = months.Count <= MostMonths ? [.. months] : null,
        }, progress.File);
    }

    private static async Task<Stored<ClaimFile>> Save(TenantScope tenant, Batch batch, string fileId, CancellationToken stop) =>
        await tenant.Commit(batch, stop) == CommitResult.Committed ? await Read(tenant, fileId, stop)
        : throw new IOException($"Claim file {fileId} was changed while it was checked.");

    private static async Task<Stored<ClaimFile>> Read(TenantScope tenant, string fileId, CancellationToken stop) =>
        await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) ?? throw new IOException($"Claim file {fileId} is missing.");
}
