using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Domain.Eligibility.Asking;

/// <summary>An active patient, as far as asking needs.</summary>
/// <param name="ConfirmedFor">Day for which the newest answer confirmed the card; null for somebody who was never answered.</param>
/// <param name="AskedAt">When she was last asked, answered or not, Japanese time.</param>
public sealed record PersonToAsk(string Key, CardSearch Card, DateOnly? ConfirmedFor, DateTime? AskedAt);

/// <summary>Why somebody is asked for.</summary>
public enum AskReason {
    NewPerson,
    /// <summary>On the last day of the month: tomorrow cards may be others.</summary>
    MonthEnds,
    /// <summary>On the eve of sealing: nothing is billed on an old answer.</summary>
    BeforeSealing,
}

/// <summary>One request: of one person a single check, of more a bulk check.</summary>
/// <param name="NotBefore">Japanese time, outside every maintenance window.</param>
public sealed record PlannedAsk(DateTime NotBefore, AskReason Reason, IReadOnlyList<PersonToAsk> People);

/// <summary>Whom to ask for, why and when. Made anew whenever somebody looks; what was asked meanwhile comes in through <see cref="PersonToAsk.AskedAt"/>.</summary>
public static class AskingPlan {
    /// <param name="now">Japanese time.</param>
    /// <param name="lastRequestAt">When the station placed its last request; null when never.</param>
    public static IReadOnlyList<PlannedAsk> Of(DateTime now, IEnumerable<PersonToAsk> active, DateTime? lastRequestAt, AskingRules rules) {
        ArgumentNullException.ThrowIfNull(active);
        ArgumentNullException.ThrowIfNull(rules);
        var (checkpoint, reason) = Checkpoint(DateOnly.FromDateTime(now), rules);
        var due = active.Where(p => !(p.AskedAt > now - rules.AskAgainAfter) && (p.ConfirmedFor is null || p.ConfirmedFor < checkpoint)).ToList();
        var fresh = due.Where(p => p.ConfirmedFor is null).Chunk(due.Count(p => p.ConfirmedFor is null) <= rules.SinglyUpTo ? 1 : OqsLimits.PeopleInBulk);
        var known = due.Where(p => p.ConfirmedFor is not null).Chunk(OqsLimits.PeopleInBulk);
        var at = NextSlot(now, lastRequestAt, rules);
        var asks = new List<PlannedAsk>();
        foreach (var (why, people) in fresh.Select(f => (AskReason.NewPerson, f)).Concat(known.Select(k => (reason, k)))) {
            at = AfterMaintenance(at, rules);
            asks.Add(new(at, why, people));
            at += rules.BetweenRequests;
        }
        return asks;
    }

    /// <summary>When the next request may be placed: after the pause, and outside every maintenance window. Japanese time.</summary>
    public static DateTime NextSlot(DateTime now, DateTime? lastRequestAt, AskingRules rules) {
        ArgumentNullException.ThrowIfNull(rules);
        return AfterMaintenance(lastRequestAt is { } last && last + rules.BetweenRequests > now ? last + rules.BetweenRequests : now, rules);
    }

    /// <summary>Registrations of 照会番号, one list a request: one by one while they are few, because a bulk registration is told to behave differently.</summary>
    public static IEnumerable<IReadOnlyList<CardRegistration>> Registrations(IReadOnlyCollection<CardRegistration> people, AskingRules rules) {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(rules);
        return people.Chunk(people.Count <= rules.SinglyUpTo ? 1 : OqsLimits.PeopleInBulk);
    }

    /// <summary>Whether 医療扶助 of the month is asked for now: as everybody is, on the last day of a month and on the eve of sealing.</summary>
    /// <param name="askedOn">Day on which it was asked for last; null when never.</param>
    public static bool MedicalAidIsDue(DateOnly? askedOn, DateOnly today, AskingRules rules) {
        ArgumentNullException.ThrowIfNull(rules);
        return askedOn is null || askedOn < Checkpoint(today, rules).Day;
    }

    /// <summary>Days of consent to pull now: from a little before the last pull until today.</summary>
    /// <param name="pulledUntil">Last day of the last pull; null when there was none.</param>
    public static (DateOnly From, DateOnly To) ConsentDays(DateOnly? pulledUntil, DateOnly today, AskingRules rules) {
        ArgumentNullException.ThrowIfNull(rules);
        return ((pulledUntil < today ? pulledUntil.Value : today).AddDays(-rules.ConsentOverlapDays), today);
    }

    /// <summary>The newest day, today at the latest, for which everybody should be confirmed: the last of a month or the eve of sealing.</summary>
    private static (DateOnly Day, AskReason Reason) Checkpoint(DateOnly today, AskingRules rules) {
        var first = new DateOnly(today.Year, today.Month, 1);
        if (first.AddMonths(1).AddDays(-1) == today) return (today, AskReason.MonthEnds);
        return today.Day >= rules.SealingDay - 1 ? (first.AddDays(rules.SealingDay - 2), AskReason.BeforeSealing) : (first.AddDays(-1), AskReason.MonthEnds);
    }

    private static DateTime AfterMaintenance(DateTime at, AskingRules rules) {
        while (rules.Maintenance.FirstOrDefault(w => w.Contains(at)) is { } window) at = window.To;
        return at;
    }
}
