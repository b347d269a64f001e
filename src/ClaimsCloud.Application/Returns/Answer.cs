using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Returns;

namespace ClaimsCloud.Application.Returns;

/// <summary>A status list as an answer to a claim file, whichever of the two it is.</summary>
internal abstract record Answer(bool Damaged, string? ClaimMonth, IReadOnlyList<Finding> Findings) {
    public static Answer Read(ReturnFileName name, byte[] bytes) => name.Kind == ReturnFileKind.AcceptanceList
        ? new AcceptanceAnswer(AcceptanceList.Read(name, bytes))
        : new ConfirmationAnswer(ConfirmationList.Read(name, bytes));

    /// <summary>Findings for claims that a file with so many claims does not have.</summary>
    public abstract IReadOnlyList<Finding> NumbersAbove(int claims);

    /// <summary>Why there is nothing to import although the list is whole; else null.</summary>
    public virtual string? SaysNothing => null;

    public abstract Task<Outcome<AnsweredFile>> ApplyTo(Stored<ClaimFile> file, ReturnFile list, DateTimeOffset? madeAt, TenantScope tenant, CancellationToken stop);
}

/// <param name="NewRows">Blob that the new state names; to be removed when it is not committed.</param>
internal sealed record AnsweredFile(ClaimFile File, string? NewRows) {
    public static readonly Refusal Older = new("older", "すでに取り込んだ結果より古いため、取り込んでいません。", 409);

    /// <summary>Writes the claims anew, each with what the payer said; the document switches to them in its own commit.</summary>
    public static async Task<string> Rewrite(Stored<ClaimFile> file, TenantScope tenant, Func<ClaimLine, ClaimLine> change, CancellationToken stop) {
        var name = ClaimFile.RowsFolder(file.Id) + tenant.Ids.Next() + "-claims";
        await using var rows = new RowsWriter<ClaimLine>(tenant.Blobs, name, stop);
        await foreach (var line in new RowsReader<ClaimLine>(tenant.Blobs, file.Value.Check!.ClaimRows).All(stop)) await rows.Add(change(line), stop);
        await rows.Finish(stop);
        return name;
    }
}
