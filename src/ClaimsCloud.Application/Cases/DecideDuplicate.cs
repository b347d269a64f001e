using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>Which of two applications of one station holds. The other stays in the history.</summary>
internal static class DecideDuplicate {
    public static Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, DuplicateDecision decision, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, decision.Revision, caller, platform, (of, book) => {
        if (of.Duplicates.FirstOrDefault(d => d.ApplicationId == decision.ApplicationId) is not { } other) return Refusals.NotFound;
        var reason = decision.Reason?.Trim() ?? "";
        if (reason.Length is 0 or > 200 || SecretText.Problem(reason) is not null) return Refusals.ReasonMissing;
        var rest = of with { Duplicates = [.. of.Duplicates.Where(d => d != other)] };
        if (!decision.Take) return new CaseChange(rest, "重なった申込みは使わないことにしました。", $"{reason}\n使わない申込み\n{string.Join('\n', ApplicationForm.Fields.Where(f => other.Answers.ContainsKey(f.Name)).Select(f => $"{f.Label}：{ApplicationForm.Shown(f.Name, other.Answers[f.Name])}"))}");
        var taken = ChangeAnswers.With(rest, new Dictionary<string, string>(other.Answers), book, "重なった申込みの内容に改めました。", platform);
        return taken with { Detail = $"{reason}\n{taken.Detail}" };
    }, stop);
}
