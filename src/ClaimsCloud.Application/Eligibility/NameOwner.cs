using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>A person says whose a result is, or that it is nobody's of the station. What follows is what follows from any answer: another card waits for a decision.</summary>
internal static class NameOwner {
    public static async Task<Results<Ok<EligibilityFileDetail>, Refused>> Handle(string contentKey, ResultOwner owner, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Documents.Get(AnswerFile.Kind, contentKey, stop) is not { } file) return (Refused)Refusals.NotFound;
        if (!file.Value.Unmatched.Contains(owner.Place)) return (Refused)Refusals.ChangedMeanwhile;
        if (owner.Patient is { } patient) {
            if (!(await ReadAnswerFile.Detail(file, tenant, stop)).Patients.Any(p => p.Patient == patient)) return (Refused)Refusals.NotFound;
            var answer = await ReadAnswerFile.Answer(file.Value, tenant, stop);
            await HearAnswers.Apply(contentKey, file.Value.ReceivedAt, answer, [(await AnswerPeople.Known(patient, tenant, stop), answer.Units[owner.Place])], tenant, stop);
        }
        int[] left = [.. file.Value.Unmatched.Where(p => p != owner.Place)];
        var what = owner.Patient is null ? $"{owner.Place + 1}件目は、このステーションの利用者ではない" : $"{owner.Place + 1}件目の利用者を選んだ";
        var named = file.Value with {
            Unmatched = left, Decisions = [new(tenant.Now, caller.Id, what), .. file.Value.Decisions], Outcome = left.Length == 0 ? AnswerOutcomes.Used : AnswerOutcomes.Unmatched,
            Reason = left.Length == 0 ? "すべての結果の利用者を確かめました。" : AnswerFile.Waiting(left.Length),
        };
        var batch = tenant.Batch().Replace(file, named);
        if (owner.Patient is not null) batch.Send(new CardsKnown());
        if (await tenant.Commit(batch, stop) != CommitResult.Committed) return (Refused)Refusals.ChangedMeanwhile;
        return await ReadAnswerFile.Handle(contentKey, tenant, stop);
    }
}
