using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Months;

/// <summary>
/// One service month of the station. Every change of anything in it replaces this document too, so that a lock, an import and two people at once cannot pass
/// each other by. Its id is the month.
/// </summary>
/// <param name="Month">YYYYMM.</param>
/// <param name="ImportId">The last import; while one is at work, the one that may change the month.</param>
internal sealed record CareMonth(string Month, MonthState State, int Patients, int Visits, long Revision, DateTimeOffset ChangedAt, string? ImportId) {
    public static readonly DocumentIndex<CareMonth> ByMonth = new("month", m => m.Month);
    public static readonly DocumentKind<CareMonth> Kind = new("care-month", ByMonth);

    public MonthRow Row => new(Month, State, Patients, Visits, Revision, ChangedAt, ImportId);

    /// <summary>The same month after a change of its rows.</summary>
    public CareMonth Changed(DateTimeOffset now, int patients, int visits) =>
        this with { Revision = Revision + 1, ChangedAt = now, Patients = Patients + patients, Visits = Visits + visits };

    /// <summary>Null while rows may change.</summary>
    public Refusal? WhyNotChangeable => State switch {
        MonthState.Locked => Refusals.MonthLocked,
        MonthState.Importing => Refusals.MonthImporting,
        _ => null,
    };
}
