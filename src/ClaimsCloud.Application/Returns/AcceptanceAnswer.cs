using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Returns;

namespace ClaimsCloud.Application.Returns;

/// <summary>受付結果: a claim that is not in the list was accepted; one error of the whole file refuses every claim.</summary>
internal sealed record AcceptanceAnswer(AcceptanceList List) : Answer(List.Damaged, List.ClaimMonth, List.Findings) {
    private const int MessageLength = 2000;

    public override IReadOnlyList<Finding> NumbersAbove(int claims) =>
        [.. List.Entries.Where(e => e.Claim > claims).Select(e => AnswerFindings.NumberUnknown(e.Line))];

    public override async Task<Outcome<AnsweredFile>> ApplyTo(Stored<ClaimFile> file, ReturnFile list, DateTimeOffset? madeAt, TenantScope tenant, CancellationToken stop) {
        var seal = file.Value.Seal!;
        if (seal.AnswersFrom is { } shown && madeAt < shown) return AnsweredFile.Older;
        if (!ClaimFileMoves.MayMove(file.Value.State, ClaimFileState.Answered)) return ClaimFileMoves.Illegal(file.Value.State, ClaimFileState.Answered);

        var wholeFile = List.Entries.Where(e => e.Claim is null).ToList();
        var byClaim = List.Entries.Where(e => e.Claim is not null).ToLookup(e => e.Claim!.Value);
        var (refused, attention) = (0, 0);
        var rows = await AnsweredFile.Rewrite(file, tenant, line => {
            var said = byClaim[line.Number].Concat(wholeFile).ToList();
            var verdict = said.Count == 0 ? PayerVerdict.Accepted : said.Max(e => e.Verdict);
            (refused, attention) = (refused + (verdict == PayerVerdict.Refused ? 1 : 0), attention + (verdict == PayerVerdict.Attention ? 1 : 0));
            return line with { PayerAnswer = Word(verdict), PayerMessage = Message(said) };
        }, stop);

        var link = Evidence.Answered(list.Sha256, tenant.Now, list.DeviceId, refused, attention);
        var answered = file.Value with { Check = file.Value.Check! with { ClaimRows = rows }, Seal = seal with { AnswersFrom = madeAt } };
        return answered.Move(ClaimFileState.Answered, link).Succeeded(out var moved, out var illegal) ? new AnsweredFile(moved, rows) : illegal;
    }

    private static string Word(PayerVerdict verdict) => verdict switch { PayerVerdict.Refused => "refused", PayerVerdict.Attention => "attention", _ => "accepted" };

    private static string? Message(List<AcceptanceEntry> said) {
        if (said.Count == 0) return null;
        var text = string.Join('／', said.Select(e => $"{e.ErrorCode} {e.Message}".Trim()).Distinct());
        return text.Length <= MessageLength ? text : text[..MessageLength] + "…";
    }
}
