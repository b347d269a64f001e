using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Application.Cases.Applying;

/// <summary>A case was opened: its like are looked for outside the call of somebody whom nobody knows.</summary>
internal sealed record CaseOpened(string CaseId);

/// <summary>What an application that is handed in becomes: a case, or a question at the open case of the same station code. It is never lost.</summary>
internal static class OpenCase {
    /// <summary>No 0, 1, I, L and O: people read numbers out on the phone.</summary>
    private const string NumberAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int NumberLength = 7;
    private const int MostDuplicates = 20;

    public static async Task<StationApplication> Add(Batch batch, string applicationId, StationApplication application, PlatformScope platform, CancellationToken stop) {
        var code = application.Answers["stationCode"];
        var held = await platform.Documents.Get(CaseOfCode.Kind, code, stop);
        if (held is not null && await platform.Case(held.Value.CaseId, stop) is { Value.IsOpen: true } open) {
            if (open.Value.Duplicates.Count < MostDuplicates)
                batch.Changed(open, new(open.Value with { Duplicates = [.. open.Value.Duplicates, new(applicationId, platform.Now, application.Answers)] }, "同じステーションコードの申込みが届きました。", application.Answers["stationName"]), CaseChanges.Applicant, null, platform.Now);
            return application with { CaseId = held.Value.CaseId, IsDuplicate = true };
        }
        var caseId = platform.Ids.Text(NumberAlphabet, NumberLength);
        var opened = new OnboardingCase(application.Answers, platform.Now, BookTables.Steps[0].Value, [new(BookTables.Steps[0].Value, platform.Now)], new Dictionary<string, CaseItem>(), new Dictionary<string, string>(), [], 1);
        batch.Create(OnboardingCase.Kind, caseId, opened).Told(caseId, opened, "申込みを受け付けました。", null, CaseChanges.Applicant, null, platform.Now).Send(new CaseOpened(caseId));
        if (held is null) batch.Create(CaseOfCode.Kind, code, new CaseOfCode(caseId));
        else batch.Replace(held, new CaseOfCode(caseId));
        return application with { CaseId = caseId };
    }
}
