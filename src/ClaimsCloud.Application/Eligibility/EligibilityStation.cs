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
    public static Task<Stored<EligibilityStation>?> EligibilityStation(this TenantScope tenant, CancellationToken stop) => tenant.Documents.Get(Eligibility.EligibilityStation.Kind, Eligibility.EligibilityStation.Id, stop);

    /// <summary>Everybody who was ever asked for, by id.</summary>
    public static async Task<Dictionary<string, Stored<EligibilityPerson>>> EligibilityPeople(this TenantScope tenant, CancellationToken stop) {
        var people = new Dictionary<string, Stored<EligibilityPerson>>(StringComparer.Ordinal);
        await foreach (var person in tenant.Documents.All(EligibilityPerson.Kind, EligibilityPerson.All, IndexRange.All, stop)) people[person.Id] = person;
        return people;
    }

    /// <summary>Requests under way, by id.</summary>
    public static async Task<Dictionary<string, Stored<Ask>>> OpenAsks(this TenantScope tenant, CancellationToken stop) {
        var asks = new Dictionary<string, Stored<Ask>>(StringComparer.Ordinal);
        await foreach (var ask in tenant.Documents.All(Ask.Kind, Ask.ByOpen, IndexRange.All, stop)) asks[ask.Id] = ask;
        return asks;
    }
}
