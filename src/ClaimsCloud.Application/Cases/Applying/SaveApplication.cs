using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Applying;

/// <summary>Keeps a draft, or hands it in. What was handed in is not changed here any more: the desk does that, with history.</summary>
internal static class SaveApplication {
    public static async Task<Results<Ok<ApplicationDetail>, Refused>> Handle(Contracts.SaveApplication request, PlatformScope platform, CancellationToken stop) {
        var answers = ApplicationForm.Known(Book.FormFields.Read(ApplicationForm.Fields, request.Answers));
        var secrets = ApplicationForm.Secrets(answers).ToList();
        foreach (var (field, _) in secrets) answers.Remove(field);
        var problems = secrets.Concat(request.HandIn ? ApplicationForm.Problems(answers).Where(p => secrets.All(s => s.Field != p.Field)) : []).Select(p => new FieldProblem(p.Field, p.Problem)).ToList();
        var key = request.Key ?? platform.Ids.Next();
        while (true) {
            var stored = await platform.Documents.Get(StationApplication.Kind, StationApplication.IdOf(key), stop);
            if (request.Key is not null && stored is null) return (Refused)Refusals.NotFound;
            if (stored?.Value.CaseId is not null) return (Refused)Refusals.ApplicationHandedIn;
            var application = new StationApplication(answers, platform.Now, null, false);
            var batch = platform.Batch();
            if (request.HandIn && problems.Count == 0) application = await OpenCase.Add(batch, StationApplication.IdOf(key), application, platform, stop);
            if (stored is null) batch.Create(StationApplication.Kind, StationApplication.IdOf(key), application);
            else batch.Replace(stored, application);
            if (await platform.Commit(batch, stop) == CommitResult.Committed) return TypedResults.Ok(await ReadApplication.Detail(key, application, problems, platform, stop));
        }
    }
}
