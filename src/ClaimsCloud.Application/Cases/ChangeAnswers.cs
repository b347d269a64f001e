using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>
/// What the station told is put right, with what stood there before in the history. A partner who no longer fits is taken back before the order; after it nothing is
/// undone: the case stops with a question.
/// </summary>
internal static class ChangeAnswers {
    public static async Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, AnswersChange change, PlatformScope platform, Caller caller, CancellationToken stop) {
        var answers = ApplicationForm.Known(FormFields.Read(ApplicationForm.Fields, change.Answers));
        if (ApplicationForm.Secrets(answers).Any()) return (Refused)Refusals.NoSecrets;
        if (ApplicationForm.Problems(answers).FirstOrDefault() is { Problem: { } problem }) return (Refused)Refusals.AnswersWrong(problem);
        return await CaseChanges.Answer(caseId, change.Revision, caller, platform, (of, book) =>
            of.StationCode != answers["stationCode"] ? Refusals.CodeStays : With(of, answers, book, "申込みの内容を直しました。", platform), stop);
    }

    public static CaseChange With(OnboardingCase of, Dictionary<string, string> answers, OnboardingBook book, string what, PlatformScope platform) {
        var changed = of with { Answers = answers };
        var detail = string.Join('\n', ApplicationForm.Fields.Select(f => (f, Was: of.Answers.GetValueOrDefault(f.Name, ""), Came: answers.GetValueOrDefault(f.Name, ""))).Where(d => d.Was != d.Came)
            .Select(d => $"{d.f.Label}：{Shown(d.f.Name, d.Was)} → {Shown(d.f.Name, d.Came)}"));
        if (of.Partner is { } chosen && !StillFits(chosen, PartnerChoice.For(ApplicationForm.Site(answers), book))) {
            if (of.Orders.Count > 0) {
                const string text = "発注の後で回線か住所が変わり、発注先が合わなくなりました。発注先と相談し、取り消すときは［見積もり・発注・請求］で記録してください。";
                if (of.Blockers.All(b => b.Text != text)) changed = changed with { Blockers = [.. of.Blockers, new(platform.Ids.Next(), text, "conduct", platform.Now)] };
                detail += $"\n{text}（発注先 {chosen.Name}）";
            } else {
                changed = changed with { Partner = null };
                detail += $"\n紹介先 {chosen.Name} は合わなくなったため、選び直しになります。";
            }
        }
        return new(changed, what, detail.Length == 0 ? null : detail.TrimStart('\n'));
    }

    public static bool StillFits(ChosenPartner chosen, PartnerAdvice advice) => advice.IsDecided && advice.Candidates.Any(c => c.Partner == chosen.Key && c.Connection == chosen.Connection);

    private static string Shown(string field, string value) => ApplicationForm.Shown(field, value) is { Length: > 0 } text ? text : "（空）";
}
