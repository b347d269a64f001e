using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Asking;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>How this station asks, and how far it has come.</summary>
/// <param name="LastRequestAt">From when on the last request may be placed.</param>
/// <param name="ConsentPulledUntil">Last day of the last pull of consents that was answered, at first the day before the first pull: later days are pulled until an answer comes.</param>
internal sealed record EligibilityStation(EligibilityRules Rules, DateTimeOffset? LastRequestAt, DateOnly? ConsentPulledUntil) {
    public const string Id = "station";

    /// <summary>Day on which consents were asked for last, answered or not.</summary>
    public DateOnly? ConsentAskedOn { get; init; }

    /// <summary>The same of 医療扶助.</summary>
    public DateOnly? AidAskedOn { get; init; }

    /// <summary>The run that asks for patients, or did last (<see cref="AskTurn"/>).</summary>
    public string? Turn { get; init; }

    public static readonly DocumentKind<EligibilityStation> Kind = new("eligibility-station");
    public static readonly EligibilityStation New = new(new(false, 8, null, 60, null, null), null, null);

    public AskingRules Asking => new() {
        SealingDay = Rules.SealingDay, BetweenRequests = TimeSpan.FromSeconds(Rules.PauseSeconds),
        Maintenance = Rules is { MaintenanceFrom: { } from, MaintenanceTo: { } to } ? [new(from, to)] : [],
    };
}

internal static class EligibilityReads {
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <summary>Japanese time, as everything of the closed network.</summary>
    public static DateTime InJapan(this DateTimeOffset at) => at.ToOffset(Japan).DateTime;

    public static DateTimeOffset FromJapan(this DateTime at) => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), Japan).ToUniversalTime();

    public static DateOnly Today(this TenantScope tenant) => DateOnly.FromDateTime(tenant.Now.InJapan());

    public static Task<Stored<EligibilityStation>?> EligibilityStation(this TenantScope tenant, CancellationToken stop) => tenant.Documents.Get(Eligibility.EligibilityStation.Kind, Eligibility.EligibilityStation.Id, stop);

    /// <summary>Everybody who was ever asked for, by id.</summary>
    public static async Task<Dictionary<string, Stored<EligibilityPerson>>> EligibilityPeople(this TenantScope tenant, CancellationToken stop) {
        var people = new Dictionary<string, Stored<EligibilityPerson>>(StringComparer.Ordinal);
        Continuation? next = null;
        do {
            var page = await tenant.Documents.Query(new IndexQuery<EligibilityPerson>(EligibilityPerson.Kind, EligibilityPerson.All, IndexRange.All, QueryOrder.Ascending, DocumentLimits.QueryItems, next), stop);
            foreach (var person in page.Items) people[person.Id] = person;
            next = page.Next;
        } while (next is not null);
        return people;
    }

    /// <summary>Requests under way, by id.</summary>
    public static async Task<Dictionary<string, Stored<Ask>>> OpenAsks(this TenantScope tenant, CancellationToken stop) {
        var asks = new Dictionary<string, Stored<Ask>>(StringComparer.Ordinal);
        Continuation? next = null;
        do {
            var page = await tenant.Documents.Query(new IndexQuery<Ask>(Ask.Kind, Ask.ByOpen, IndexRange.All, QueryOrder.Ascending, DocumentLimits.QueryItems, next), stop);
            foreach (var ask in page.Items) asks[ask.Id] = ask;
            next = page.Next;
        } while (next is not null);
        return asks;
    }
}
