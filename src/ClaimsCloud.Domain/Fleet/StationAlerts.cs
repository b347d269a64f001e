namespace ClaimsCloud.Domain.Fleet;

/// <param name="Since">In Japan.</param>
/// <param name="Subject">Code of the alarm or name of the certificate; null where the kind says all.</param>
public sealed record StationAlert(AlertKind Kind, AlertLevel Level, DateTime Since, string? Subject = null);

/// <summary>All that the alerts of a station are made from. Times are in Japan.</summary>
/// <param name="AlarmsSince">Codes with when each was first heard.</param>
/// <param name="ParkedSince">Of the oldest message that no handler took.</param>
/// <param name="ClaimsWaitingSince">The oldest claim file that its connector has not placed.</param>
/// <param name="EligibilityFailingSince">When オンライン資格確認 first went wrong after its last answer.</param>
/// <param name="OldestMinutes">Age of the oldest thing that waits in a connector.</param>
public sealed record AlertFacts(StationSigns Signs, IReadOnlyDictionary<string, DateTime> AlarmsSince, DateTime? ParkedSince, DateTime? ClaimsWaitingSince, DateTime? CareWaitingSince,
    DateTime? EligibilityFailingSince, int OldestMinutes, MonthMoney? Money, IReadOnlyList<KnownCertificate> Certificates);

/// <summary>
/// What a station's signs come to now. A job is only missed while its PC is usually on: what a switched-off PC does not do is no news, except that the month's claims do not wait for it.
/// </summary>
public static class StationAlerts {
    private const int Opens = 5;

    public static IReadOnlyList<StationAlert> At(AlertFacts facts, DateTime now) {
        var alerts = new List<StationAlert>();
        Minutes(AlertKind.Silent, facts.Signs.SilentSince(now));
        foreach (var (code, since) in facts.AlarmsSince) Minutes(AlertKind.Alarm, since, code);
        Minutes(AlertKind.Parked, facts.ParkedSince);
        if (facts.Signs.LastSeen is not null && facts.Signs.IsUsuallyOn(now) != false) {
            Minutes(AlertKind.ClaimsWaiting, facts.ClaimsWaitingSince);
            Minutes(AlertKind.CareWaiting, facts.CareWaitingSince);
            Minutes(AlertKind.EligibilityFailing, facts.EligibilityFailingSince);
            if (facts.OldestMinutes > 0) Minutes(AlertKind.AnswersLate, now.AddMinutes(-facts.OldestMinutes));
        }
        Window();
        foreach (var certificate in facts.Certificates)
            Add(AlertKind.CertificateEnding, AlertLadder.Level(AlertKind.CertificateEnding, certificate.Ends.DayNumber - DateOnly.FromDateTime(now).DayNumber), certificate.Ends.ToDateTime(default), certificate.Kind.ToString());
        return alerts;

        void Minutes(AlertKind kind, DateTime? since, string? subject = null) {
            if (since is { } began) Add(kind, AlertLadder.Level(kind, (now - began).TotalMinutes), began, subject);
        }

        void Window() {
            // A station that never claimed from here is not missed.
            if (facts.Money is null || ClaimsMonth.WindowHours(now) is not { } hours) return;
            var first = new DateTime(now.Year, now.Month, 1);
            var state = ClaimsMonth.Standing(facts.Money, now).State;
            if (state == ClaimingState.NotSent) Add(AlertKind.MonthUnsent, AlertLadder.Level(AlertKind.MonthUnsent, hours), first.AddDays(Opens - 1));
            if (state == ClaimingState.NotConfirmed) Add(AlertKind.MonthUnconfirmed, AlertLadder.Level(AlertKind.MonthUnconfirmed, hours), first.AddDays(Opens - 1));
            if (state != ClaimingState.Confirmed && facts.Signs.LastSeen < first.AddDays(Opens - 1)) Add(AlertKind.OffSinceOpening, AlertLadder.Level(AlertKind.OffSinceOpening, hours), first.AddDays(Opens - 1));
        }

        void Add(AlertKind kind, AlertLevel? level, DateTime since, string? subject = null) {
            if (level is { } reached) alerts.Add(new(kind, reached, since, subject));
        }
    }
}
