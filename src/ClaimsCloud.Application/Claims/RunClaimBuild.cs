using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims.Building;

namespace ClaimsCloud.Application.Claims;

/// <summary>
/// Makes the claim files. Everything is written to blobs that no document names before the one commit that names them all: a delivery that died half-way is
/// done again from the start, and its left-overs are taken away first.
/// </summary>
internal static class RunClaimBuild {
    public static async Task Handle(Received<ClaimsWanted> message, TenantScope tenant, CancellationToken stop) {
        var buildId = message.Body.BuildId;
        var build = await tenant.Documents.Get(ClaimBuild.Kind, buildId, stop) ?? throw new IOException($"Build {buildId} is missing.");
        if (build.Value.State != ClaimBuildState.Running) return;
        foreach (var leftOver in await tenant.Blobs.List(ClaimBuild.RowsFolder(buildId), stop)) await tenant.Blobs.Delete(leftOver, stop);

        var sheets = await tenant.Sheets(build.Value.Month, stop);
        var bundle = BundleRows.ToBundle(sheets.Rows());
        await using var run = new ClaimBuildRun(buildId, build.Value, bundle, tenant, stop);
        var cards = await CardChecks.Read(tenant, stop);
        BundleFinding[] before = [.. BundleCheck.Run(bundle), .. ClaimFileWriting.StationProblems(bundle), .. sheets.Where(s => !s.Value.IsStation).SelectMany(s => cards.Holds(s.Value))];
        await run.Report(before);
        var schedule = tenant.Fees.For(bundle.Month);
        if (schedule is null) await run.Report([NoSchedule(build.Value.Month)]);
        var refused = schedule is null || before.Any(f => f.Patient.Length == 0 && f.KeepsBack);
        var own = refused ? null : new OwnMonth(bundle, schedule!);
        CareBuild? care = null;
        if (own is not null) {
            care = await CareBuild.Of(bundle, tenant, stop);
            await run.Report(care.Problems);
            var elsewhere = await BilledElsewhere.Before(bundle.Month, tenant, stop);
            var patients = bundle.Patients.ToDictionary(p => p.Key);
            foreach (var built in MonthClaims.Build(bundle, schedule!)) {
                stop.ThrowIfCancellationRequested();
                var patient = patients[built.Patient];
                await run.Add(built, care, before, key => own.Of(patient, key) with { OtherMonths = elsewhere.Of(patient) });
            }
        }
        var (done, files) = await run.Finish(care, refused ? ClaimBuildState.Refused : ClaimBuildState.Done, own?.Standards ?? []);

        var batch = tenant.Batch().Consume(message).Replace(build, done);
        foreach (var (fileId, file) in files) batch.Create(ClaimFile.Kind, fileId, file).Send(new ClaimFileUploaded(fileId)).Send(new OpenFilesChanged(fileId));
        if (await tenant.Commit(batch, stop) == CommitResult.Conflict) throw new IOException($"Build {buildId} was done twice at once.");
    }

    private static BundleFinding NoSchedule(string month) => new("no-fee-schedule", Severity.FileRefused, Verdict.NotChecked, "", new("bundle", "", "month"),
        $"{month}の訪問看護療養費の表を持っていません。", "訪問看護の年月を確かめてください。正しいときは、サポートデスクに連絡してください。", "訪問看護療養費マスター");
}
