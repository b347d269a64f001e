using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Eligibility;

internal static class EligibilityModule {
    public static void MapEligibility(this EndpointTable table) {
        table.OnlyWith(Feature.Eligibility, () => {
            table.MapGet(EligibilityRoutes.People, Access.Biller, ListPeople.Handle);
            table.MapGet(EligibilityRoutes.Person, Access.Biller, ReadPerson.Handle);
            table.MapPost(EligibilityRoutes.Decisions, Access.Biller, DecideDifferences.Handle);
            table.MapPost(EligibilityRoutes.Asks, Access.Biller, AskNow.Handle);
            table.MapGet(EligibilityRoutes.Visits, Access.Nurse, ListVisits.Handle);
            table.MapGet(EligibilityRoutes.Files, Access.Biller, ListAnswerFiles.Handle);
            table.MapGet(EligibilityRoutes.File, Access.Biller, ReadAnswerFile.Handle);
            table.MapPost(EligibilityRoutes.Owners, Access.Biller, NameOwner.Handle);
            table.MapGet(EligibilityRoutes.Rules, Access.Biller, SetRules.Read);
            table.MapPost(EligibilityRoutes.Rules, Access.Biller, SetRules.Handle);
        });
        table.MapMessage<EligibilityFileReceived>("OnEligibilityFileReceived", Queues.Site, ImportAnswer.Handle);
        table.MapMessage<AskReported>("OnAskReported", Queues.Site, FollowAsk.Handle);
        table.MapMessage<AskingDue>("OnAskingDue", Queues.Site, AskDue.Handle);
        table.MapPlatformMessage<AskingChanged>("OnAskingChanged", Queues.Projections, WakeStations.Changed);
        table.MapTimer("AskForEligibility", "0 */10 * * * *", WakeStations.Handle);
    }
}

/// <summary>A station looks whom to ask.</summary>
internal sealed record AskingDue;

/// <summary>Answers are with their people, and what they change is in the months; or a person let held claims go, or holds them again.</summary>
internal sealed record CardsKnown;

/// <summary>Whether a station asks by itself.</summary>
internal sealed record AskingChanged(bool Automatic);
