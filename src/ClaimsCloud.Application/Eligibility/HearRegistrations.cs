using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>What the server says of 照会番号 that were to be registered.</summary>
internal static class HearRegistrations {
    /// <param name="ask">Of the answer: the registration itself, or what fetched its result.</param>
    public static async Task<(int Registered, int Refused)> Apply(OqsAnswer answer, Ask ask, TenantScope tenant, CancellationToken stop) {
        IReadOnlyList<CardRegistration> asked = await AnswerPeople.Root(ask, tenant, stop) switch {
            NumberRegistrationRequest one => [one.Person],
            BulkNumberRegistrationRequest many => many.People,
            var other => throw new IOException($"{other.Family} registers nothing."),
        };
        var told = answer.Units.Select(u => (Number: u.Registration?.Text("ReferenceNumber") ?? (asked is [var only] ? only.ReferenceNumber : ""), u.IsProcessed)).DistinctBy(u => u.Number).ToDictionary(u => u.Number, u => u.IsProcessed);
        var (registered, refused) = (0, 0);
        foreach (var part in asked.Where(a => told.ContainsKey(a.ReferenceNumber)).Chunk(EligibilityPerson.InOneCommit)) {
            var batch = tenant.Batch();
            foreach (var card in part) {
                var isDone = told[card.ReferenceNumber];
                (registered, refused) = isDone ? (registered + 1, refused) : (registered, refused + 1);
                // Another card meanwhile, or this file once more: nothing to say.
                if (await tenant.Documents.Get(EligibilityPerson.Kind, card.ReferenceNumber, stop) is { Value.Number: { State: NumberState.Asked } number } person && number.AskId == ask.RootId)
                    batch.Replace(person, person.Value with { Number = number with { State = isDone ? NumberState.Registered : NumberState.Refused } });
            }
            if (batch.Changes.Count > 0 && await tenant.Commit(batch, stop) != CommitResult.Committed) throw new IOException("A person of this registration changed just now.");
        }
        return (registered, refused);
    }
}
