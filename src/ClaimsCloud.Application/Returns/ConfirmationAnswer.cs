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
        var left = List.Entries.Where(e => !e.Claimed).Select(e => e.Claim).ToHashSet();
        var confirmed = List.Entries.Select(e => e.Claim).Distinct().Count() - left.Count;
        var link = Evidence.Confirmed(list.Sha256, tenant.Now, list.DeviceId, confirmed, left.Count);
        if (!file.Value.Move(ClaimFileState.Confirmed, link).Succeeded(out var moved, out var illegal)) return illegal;
        if (left.Count == 0) return new AnsweredFile(moved, null);

        var rows = await AnsweredFile.Rewrite(file, tenant, line => left.Contains(line.Number)
            ? line with { PayerMessage = line.PayerMessage is { } said ? $"{LeftOut}／{said}" : LeftOut } : line, stop);
        return new AnsweredFile(moved with { Check = moved.Check! with { ClaimRows = rows } }, rows);
    }
}
