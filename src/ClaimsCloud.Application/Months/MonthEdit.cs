using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Months;

/// <summary>One change in a month's history: it is written in the commit of the change and never touched again.</summary>
/// <param name="Patient">Empty: the station or the month itself.</param>
/// <param name="What">Japanese, without patient data.</param>
/// <param name="Values">The values that changed; of a row that is gone, all.</param>
internal sealed record MonthEdit(string Month, string Patient, DateTimeOffset At, string Actor, string What, string? Reason, IReadOnlyList<EditedCell> Values) {
    public static readonly DocumentIndex<MonthEdit> ByMonth = new("month", e => $"{e.Month}|{SortKeys.Of(e.At)}");
    public static readonly DocumentIndex<MonthEdit> ByPatient = new("patient", e => e.Patient.Length == 0 ? null : $"{e.Month}|{PatientMark.Of(e.Patient)}|{SortKeys.Of(e.At)}");
    public static readonly DocumentKind<MonthEdit> Kind = new("care-edit", ByMonth, ByPatient);
}

/// <param name="Before">Canonical text; empty = not recorded.</param>
internal sealed record EditedCell(string Table, string Key, string Field, string Before, string After);
