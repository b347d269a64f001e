using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fleet;

/// <summary>Who has to know, lowest first.</summary>
public enum AlertLevel {
    /// <summary>In the list of the next morning.</summary>
    Digest,
    /// <summary>Somebody of the desk looks now.</summary>
    Desk,
    /// <summary>The station is called.</summary>
    Call,
    /// <summary>The person in charge of the desk.</summary>
    Lead,
}

/// <summary>What can be wrong, one business job each.</summary>
public enum AlertKind { Silent, Alarm, Parked, ClaimsWaiting, EligibilityFailing, CareWaiting, AnswersLate, MonthUnsent, MonthUnconfirmed, OffSinceOpening, CertificateEnding }

public enum LadderBasis { Minutes, WindowHours, DaysLeft }

/// <summary>The rungs, as data: an alert climbs as time goes on.</summary>
public static class AlertLadder {
    private static readonly List<(AlertKind Kind, LadderBasis Basis, int From, AlertLevel Level)> Rungs = [.. DataFile.Rows("desk/ladder.csv")
        .Select(r => (Words.Read<AlertKind>(r["kind"]), Words.Read<LadderBasis>(r["basis"]), r.Number("from"), Words.Read<AlertLevel>(r["level"])))];

    /// <param name="value">In the unit of the kind's basis.</param>
    /// <returns>The highest rung that was reached; null while none is.</returns>
    public static AlertLevel? Level(AlertKind kind, double value) {
        AlertLevel? reached = null;
        foreach (var rung in Rungs)
            if (rung.Kind == kind && (rung.Basis == LadderBasis.DaysLeft ? value <= rung.From : value >= rung.From) && (reached is null || rung.Level > reached)) reached = rung.Level;
        return reached;
    }
}
