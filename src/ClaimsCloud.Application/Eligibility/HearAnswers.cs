using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>
/// Brings answers to the people they are about: kept in their history, safe changes into the open months by rule, everything else left for a person. Months are written
/// first and people after them, many in one commit; both are safe to repeat.
/// </summary>
internal static class HearAnswers {
    /// <summary>Who changes a month when nobody does.</summary>
    private static readonly Caller Rule = new("eligibility");

    /// <param name="contentKey">Of the file that the answer came in.</param>
    /// <param name="units">Each with the id of its person.</param>
    /// <returns>People who had not heard it before.</returns>
    public static async Task<int> Apply(string contentKey, DateTimeOffset at, OqsAnswer answer, IEnumerable<(string PersonId, AnswerUnit Unit)> units, TenantScope tenant, CancellationToken stop) {
        var isAid = answer.Name.Family == OqsFamily.MedicalAid;
        DateTimeOffset? consentAt = answer.Name.Role == OqsFileRole.FaceResult || answer.Name.Family == OqsFamily.ConsentedVisits ? at : null;
        var writer = new MonthWriter(await tenant.NewestMonths(stop), "資格確認の回答", tenant, Rule);
        var people = 0;
        var answers = units.Select(u => (Id: u.PersonId, Told: EligibilityAnswer.Of(answer, u.Unit))).Where(a => a.Told is not null).DistinctBy(a => a.Id);
        foreach (var part in answers.Chunk(EligibilityPerson.InOneCommit)) {
            var (batch, changes) = (tenant.Batch(), new List<PatientChange>());
            foreach (var (id, told) in part) {
                if (await tenant.Documents.Get(EligibilityPerson.Kind, id, stop) is not { } person || person.Value.History.Any(h => h.ContentKey == contentKey)) continue;
                var now = person.Value.Heard(told!, contentKey, at, consentAt, isAid);
                if (now.AnswerKey == contentKey && PersonViews.Card(told) is { } card) changes.Add(new(now.Patient, (sheet, month) => ByRule(sheet, card, told!, month, tenant.Today())));
                batch.Replace(person, now);
                people++;
            }
            await writer.Write(changes, stop);
            if (batch.Changes.Count > 0 && await tenant.Commit(batch, stop) != CommitResult.Committed) throw new IOException("Somebody decided on a person of this answer just now.");
        }
        return people;
    }

    private static IReadOnlyList<RowText>? ByRule(Sheet sheet, InsuranceCard card, EligibilityAnswer answer, ServiceMonth month, DateOnly today) {
        if (MonthCards.On(sheet.Rows, PersonViews.DayIn(month, answer.ConfirmedOn)) is not { } stored) return null;
        var comparison = MonthCards.Compare(stored, card, answer.ConfirmedOn, null, today);
        return comparison.ByRule.Count == 0 ? null : MonthCards.Take(sheet.Rows, stored, comparison, comparison.ByRule, month);
    }
}
