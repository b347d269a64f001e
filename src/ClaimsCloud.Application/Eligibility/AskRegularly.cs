using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Eligibility.Asking;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>What is asked beside the cards: consents once a day, 医療扶助 where somebody has it, and the registration of 照会番号 for cards that an answer confirmed.</summary>
internal static class AskRegularly {
    public static async Task Run(string month, TenantScope tenant, CancellationToken stop) {
        var sheets = (await tenant.Sheets(month, stop)).Select(s => s.Value).ToList();
        if (sheets.FirstOrDefault(s => s.IsStation)?.OqsStation() is not { } station) return;
        var patients = sheets.Where(s => s.IsActive()).ToList();
        var settings = (await tenant.EligibilityStation(stop))!.Value;
        var today = tenant.Today();
        if (!(settings.ConsentAskedOn >= today)) {
            var (from, to) = AskingPlan.ConsentDays(settings.ConsentPulledUntil, today, settings.Asking);
            if (!await Place(new ConsentedVisitsRequest(station, AskFiles.NewMark(tenant), from, to), s => s with { ConsentAskedOn = today, ConsentPulledUntil = s.ConsentPulledUntil ?? today.AddDays(-1) }, tenant, stop)) return;
        }
        var service = MonthReads.Parse(month)!.Value;
        if (AskingPlan.MedicalAidIsDue(settings.AidAskedOn, today, settings.Asking) && patients.Exists(p => MonthCards.HasMedicalAid(p.Rows, service))
            && !await Place(new MedicalAidRequest(station, AskFiles.NewMark(tenant), service), s => s with { AidAskedOn = today }, tenant, stop)) return;
        await Register(station, patients, settings.Asking, tenant, stop);
    }

    /// <summary>A number is registered for the card that an answer confirmed, never for what was typed; then consents and readers' results tell the number.</summary>
    private static async Task Register(string station, List<Sheet> patients, AskingRules rules, TenantScope tenant, CancellationToken stop) {
        var known = await tenant.EligibilityPeople(stop);
        var wished = new Dictionary<string, CardRegistration>(StringComparer.Ordinal);
        foreach (var id in patients.Select(p => EligibilityPerson.IdOf(p.Patient, tenant)))
            if (known.GetValueOrDefault(id)?.Value is { Answer: { Validity: CardValidity.Valid } answer } person && PersonViews.Card(answer) is { } card && IsDue(person.Number, card, rules, tenant)) {
                var registration = new CardRegistration(id, card.InsurerNumber, card.Symbol, card.Number, card.Branch);
                if (RequestWriter.Write(new NumberRegistrationRequest(station, "probe", registration)).Findings.Count == 0) wished[id] = registration;
            }
        foreach (var part in AskingPlan.Registrations(wished.Values, rules)) {
            var askId = tenant.Ids.Next();
            var marked = part.Select(r => (r.ReferenceNumber, known[r.ReferenceNumber].Value with { Number = new(CardText.KeyOf(r.InsurerNumber, r.Symbol, r.Number), askId, tenant.Now, NumberState.Asked) }));
            if (!await AskPeople.Save(marked, known, async batch => await tenant.Commit(batch, stop) == CommitResult.Committed, tenant)) return;
            OqsRequest request = part is [var one] ? new NumberRegistrationRequest(station, AskFiles.NewMark(tenant), one) : new BulkNumberRegistrationRequest(station, AskFiles.NewMark(tenant), part);
            if (!await Place(request, s => s, tenant, stop, askId, part.Count)) return;
        }
    }

    private static bool IsDue(NumberAsked? number, InsuranceCard card, AskingRules rules, TenantScope tenant) =>
        number is null || number.Card != CardText.KeyOf(card.InsurerNumber, card.Symbol, card.Number) || (number.State == NumberState.Asked && tenant.Now > number.At + rules.AskAgainAfter);

    private static async Task<bool> Place(OqsRequest request, Func<EligibilityStation, EligibilityStation> asked, TenantScope tenant, CancellationToken stop, string? askId = null, int people = 0) {
        var settings = (await tenant.EligibilityStation(stop))!.Value;
        var at = AskingPlan.NextSlot(tenant.Now.InJapan(), settings.LastRequestAt?.InJapan(), settings.Asking).FromJapan();
        return await AskFiles.Place(await AskFiles.Prepare(request, askId ?? tenant.Ids.Next(), at, people, null, null, 0, tenant, stop), at, asked, tenant, stop);
    }
}
