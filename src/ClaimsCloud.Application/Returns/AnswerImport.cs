using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Returns;

namespace ClaimsCloud.Application.Returns;

/// <summary>
/// One try to bring a status list to the claim file it answers. It decides everything first; <see cref="Commit"/> then writes the list's outcome and
/// the claim file's new state in one go. New rows of a try that was not committed are removed.
/// </summary>
internal sealed class AnswerImport : IAsyncDisposable {
    private readonly TenantScope tenant;
    private Stored<ClaimFile>? was;
    private AnsweredFile? answered;

    private AnswerImport(ReturnFile file, TenantScope tenant) => (File, this.tenant) = (file, tenant);

    /// <summary>The file with its outcome.</summary>
    public ReturnFile File { get; private set; }

    public static async Task<AnswerImport> Try(ReturnFile file, TenantScope tenant, CancellationToken stop) {
        var import = new AnswerImport(file, tenant);
        if (file.Says(tenant.StationCode) is { Kind: ReturnFileKind.AcceptanceList or ReturnFileKind.ConfirmationList } name && file.Size <= ReturnFile.LargestRead) await import.Decide(name, stop);
        return import;
    }

    /// <summary>Adds the claim file's change, if there is one, to the batch with the return file.</summary>
    public async Task<CommitResult> Commit(Batch batch, CancellationToken stop) {
        if (was is not null && answered is not null) {
            batch.Replace(was, answered.File).Send(new OpenFilesChanged(was.Id)).Send(new ClaimFileMoved(was.Id));
            if (answered.File.State == ClaimFileState.Answered) batch.Send(new AnswersMayFit(was.Id));
        }
        var result = await tenant.Commit(batch, stop);
        if (result == CommitResult.Committed) answered = null;
        return result;
    }

    public async ValueTask DisposeAsync() {
        if (answered?.NewRows is { } rows) await tenant.Blobs.Delete(rows, CancellationToken.None);
    }

    private async Task Decide(ReturnFileName name, CancellationToken stop) {
        var same = await tenant.Documents.Query(new IndexQuery<ReturnFile>(
            ReturnFile.DocumentKind, ReturnFile.ByImportedContent, IndexRange.Exactly(File.Sha256), QueryOrder.Ascending, 1), stop);
        if (same.Items is [var earlier]) {
            Settle(Outcomes.Duplicate, "同じ内容のファイルを取り込み済みです。", earlier.Value.ClaimFileId, []);
            return;
        }
        var answer = Answer.Read(name, await tenant.ReadAll(File.Blob, stop));
        if (answer.Damaged) {
            Settle(Outcomes.Damaged, "ファイルが壊れているため、取り込んでいません。", null, answer.Findings);
            return;
        }
        var key = ClaimFile.AnswerKey(name.StationCode, name.Payer, answer.ClaimMonth!);
        var candidates = await tenant.Documents.Query(new IndexQuery<ClaimFile>(ClaimFile.Kind, ClaimFile.ByAnswer, IndexRange.Exactly(key), QueryOrder.Ascending, 2), stop);
        if (candidates.Items is not [var claimFile]) {
            Settle(Outcomes.Unmatched, candidates.Items.Count == 0 ? "対応する請求ファイルが見つかりません。" : "対応する請求ファイルが複数あり、特定できません。", null, answer.Findings);
            return;
        }
        await Apply(answer, name, claimFile, stop);
    }

    private async Task Apply(Answer answer, ReturnFileName name, Stored<ClaimFile> claimFile, CancellationToken stop) {
        var outside = answer.NumbersAbove(claimFile.Value.Check!.Claims);
        if (outside.Count > 0) {
            Settle(Outcomes.Unmatched, "請求ファイルにないレセプト番号があり、対応するファイルを特定できません。", null, [.. answer.Findings, .. outside]);
            return;
        }
        if (answer.SaysNothing is { } why) {
            Settle(Outcomes.Kept, why, claimFile.Id, answer.Findings);
            return;
        }
        var step = await answer.ApplyTo(claimFile, File, MadeAt(name), tenant, stop);
        if (!step.Succeeded(out var done, out var refusal)) {
            Settle(refusal == AnsweredFile.Older ? Outcomes.Superseded : Outcomes.Refused, refusal.Title, claimFile.Id, answer.Findings);
            return;
        }
        (was, answered) = (claimFile, done);
        Settle(Outcomes.Imported, done.File.Chain[^1].Detail, claimFile.Id, answer.Findings);
    }

    private void Settle(string outcome, string detail, string? claimFileId, IReadOnlyList<Finding> findings) =>
        File = File.Settled(outcome, detail, findings) with { ClaimFileId = claimFileId };

    private static DateTimeOffset? MadeAt(ReturnFileName name) => DateTime.TryParseExact(name.MadeAt, "yyyyMMddHHmmss",
        System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var made) ? new(made, JapanTime.Offset) : null;
}
