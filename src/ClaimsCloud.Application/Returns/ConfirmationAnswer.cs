using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Returns;

namespace ClaimsCloud.Application.Returns;

/// <summary>請求確定: a person confirmed the file; claims that were left out say so.</summary>
internal sealed record ConfirmationAnswer(ConfirmationList List) : Answer(List.Damaged, List.ClaimMonth, List.Findings) {
    private const string LeftOut = "請求確定の対象外";

    public override IReadOnlyList<Finding> NumbersAbove(int claims) =>
        [.. List.Entries.Where(e => e.Claim > claims).Select(e => AnswerFindings.NumberUnknown(e.Line))];

    public override string? SaysNothing => List.Entries.Any(e => e.Claimed) ? null : "請求が確定したレセプトがないため、状態を変えていません。";

    public override async Task<Outcome<AnsweredFile>> ApplyTo(Stored<ClaimFile> file, ReturnFile list, DateTimeOffset? madeAt, TenantScope tenant, CancellationToken stop) {
        // What the list does not name is not proven to be claimed.
        var claimed = List.Entries.Where(e => e.Claimed).Select(e => e.Claim).Except(List.Entries.Where(e => !e.Claimed).Select(e => e.Claim)).ToHashSet();
        var link = Evidence.Confirmed(list.Sha256, tenant.Now, list.DeviceId, claimed.Count, file.Value.Check!.Claims - claimed.Count);
        if (!file.Value.Move(ClaimFileState.Confirmed, link).Succeeded(out var moved, out var illegal)) return illegal;
        var rows = await AnsweredFile.Rewrite(file, tenant, line => claimed.Contains(line.Number) ? line with { Claimed = true }
            : line with { Claimed = false, PayerMessage = line.PayerMessage is { } said ? $"{LeftOut}／{said}" : LeftOut }, stop);
        return new AnsweredFile(moved with { Check = moved.Check! with { ClaimRows = rows } }, rows);
    }
}
