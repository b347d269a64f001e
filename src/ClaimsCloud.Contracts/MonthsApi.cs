using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

// What a station records of a service month, as the portal reads and changes it. Months are YYYYMM. Every route but the upload takes and gives JSON.

public static class MonthRoutes {
    /// <summary>GET: an array of <see cref="MonthRow"/>, newest first.</summary>
    public const string Months = "months";
    /// <summary>GET: a <see cref="MonthRow"/>. POST a <see cref="OpenMonth"/>: opens it, empty or with what goes on from an earlier month.</summary>
    public const string Month = "months/{month}";
    /// <summary>GET with <c>?search=&amp;page=</c>: a <see cref="Page{T}"/> of <see cref="PatientRow"/>.</summary>
    public const string Patients = "months/{month}/patients";
    /// <summary>GET with <c>?patient=</c> (none: the station): a <see cref="SheetDetail"/>.</summary>
    public const string Sheet = "months/{month}/sheet";
    /// <summary>
    /// GET with <c>?table=&amp;patient=&amp;key=</c> (no key: a new row): a <see cref="RowForm"/>. POST a <see cref="SaveRow"/>: a <see cref="RowSaved"/>,
    /// or a <see cref="RowProblems"/> (422) when the values cannot stand.
    /// </summary>
    public const string Row = "months/{month}/row";
    /// <summary>POST a <see cref="DeleteRow"/>: a <see cref="RowSaved"/>, or a <see cref="RowProblems"/> (422) when other rows need it.</summary>
    public const string RowDeletion = "months/{month}/row-deletion";
    /// <summary>GET with <c>?search=&amp;page=</c>: what keeps claims back or needs a look, a <see cref="Page{T}"/> of <see cref="MonthFindingRow"/>.</summary>
    public const string Findings = "months/{month}/findings";
    /// <summary>GET with <c>?patient=&amp;after=</c>: who changed what, newest first, as an <see cref="MonthEditPage"/>.</summary>
    public const string Edits = "months/{month}/edits";
    /// <summary>POST the bytes of a month bundle (JSON or ZIP of CSV) with <c>?name=</c>: an <see cref="ImportDetail"/> (202). The month is opened when it is not there.</summary>
    public const string Imports = "months/{month}/imports";
    /// <summary>GET: an <see cref="ImportDetail"/>.</summary>
    public const string Import = "months/{month}/imports/{importId}";
    /// <summary>GET with <c>?search=&amp;page=</c>: one row a row of the file and of the store, a <see cref="Page{T}"/> of <see cref="ImportRow"/>.</summary>
    public const string ImportRows = "months/{month}/imports/{importId}/rows";
    /// <summary>GET with <c>?search=&amp;page=</c>: a <see cref="Page{T}"/> of <see cref="MonthFindingRow"/>.</summary>
    public const string ImportFindings = "months/{month}/imports/{importId}/findings";
    /// <summary>GET with <c>?form=json</c> or <c>zip</c>: the month as a bundle.</summary>
    public const string Bundle = "months/{month}/bundle";
    /// <summary>POST without a body: closes the month; nothing in it changes until it is unlocked.</summary>
    public const string Lock = "months/{month}/lock";
    /// <summary>POST an <see cref="UnlockMonth"/>.</summary>
    public const string Unlock = "months/{month}/unlock";
}

[JsonConverter(typeof(JsonStringEnumConverter<MonthState>))]
public enum MonthState {
    Open,
    /// <summary>An import is at work: nothing else may change the month.</summary>
    Importing,
    Locked,
}

/// <param name="Revision">Grows with every change.</param>
/// <param name="ImportId">The last import, null before the first.</param>
public sealed record MonthRow(string Month, MonthState State, int Patients, int Visits, long Revision, DateTimeOffset ChangedAt, string? ImportId);

/// <param name="From">Month to take standing rows over from; null: begin empty.</param>
public sealed record OpenMonth(string? From);

/// <param name="Reason">Japanese, 1–200 characters: it stays in the month's history.</param>
public sealed record UnlockMonth(string Reason);

public sealed record PatientRow(string Patient, string Name, string? Kana, int Visits);

/// <summary>All rows of a patient, or of the station.</summary>
/// <param name="Patient">Null: the station.</param>
/// <param name="Revision">Of this sheet; a change names the one it started from.</param>
public sealed record SheetDetail(string Month, MonthState State, string? Patient, string Title, long Revision, IReadOnlyList<SheetTable> Tables, IReadOnlyList<MonthFindingRow> Findings);

/// <param name="OneRow">The table has exactly one row.</param>
public sealed record SheetTable(string Name, string Title, string? Note, bool OneRow, IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows);

/// <param name="Values">As a person reads them, one a column; empty = not recorded.</param>
public sealed record SheetRow(string Key, IReadOnlyList<string> Values);

/// <summary>A row as a form. <paramref name="Key"/> is null for a row that is not there yet.</summary>
public sealed record RowForm(string Month, string Table, string Title, string? Patient, string? Key, long Revision, IReadOnlyList<RowField> Fields);

[JsonConverter(typeof(JsonStringEnumConverter<FieldKind>))]
public enum FieldKind { Text, LongText, Date, Month, Time, Number, YesNo, Choice, Choices, List }

/// <param name="Name">Key in <see cref="SaveRow.Cells"/>.</param>
/// <param name="Value">The canonical text; lists are set off by semicolons.</param>
public sealed record RowField(string Name, string Label, FieldKind Kind, bool Required, string? Note, string? Unit, string Value, IReadOnlyList<FieldOption> Options);

public sealed record FieldOption(string Value, string Label);

/// <param name="Key">Null: a new row.</param>
/// <param name="Revision">Of the sheet as the person saw it.</param>
public sealed record SaveRow(string Table, string? Patient, string? Key, long Revision, IReadOnlyDictionary<string, string> Cells);

public sealed record DeleteRow(string Table, string? Patient, string Key, long Revision);

/// <param name="Patient">Of the row; a new patient's is made with the row.</param>
public sealed record RowSaved(string Key, string? Patient);

public sealed record RowProblems(IReadOnlyList<MonthFindingRow> Problems);

/// <summary>One thing to say about a month's rows. Texts are Japanese.</summary>
/// <param name="Severity">As <see cref="FindingRow.Severity"/>.</param>
/// <param name="Verdict">As <see cref="FindingRow.Verdict"/>.</param>
/// <param name="Patient">Null: the station or the whole.</param>
/// <param name="PatientName">Null where the patient is not in the store.</param>
/// <param name="Field">Name of the column, for the form; null: the whole row.</param>
/// <param name="Line">Of the file, from 1; null when it did not come from a file.</param>
/// <param name="KeepsBack">The patient's claims (or all, without a patient) must not leave like this.</param>
public sealed record MonthFindingRow(string Code, string Severity, string Verdict, string? Patient, string? PatientName, string? Table, string? TableTitle, string? Key,
    string? Field, string? FieldTitle, int? Line, string Message, string Fix, bool KeepsBack);

/// <param name="Next">What <c>after</c> has to be for the page that follows; null at the end.</param>
public sealed record MonthEditPage(IReadOnlyList<MonthEditRow> Items, string? Next);

/// <param name="Actor">Person id.</param>
/// <param name="What">Japanese, without patient data: <c>訪問の記録を1行変更</c>.</param>
public sealed record MonthEditRow(string EditId, DateTimeOffset At, string Actor, string? Patient, string What, string? Reason, IReadOnlyList<EditedValue> Values);

/// <summary>One value that changed. It is patient data: it stays in the tenant.</summary>
public sealed record EditedValue(string TableTitle, string Key, string FieldTitle, string Before, string After);

[JsonConverter(typeof(JsonStringEnumConverter<ImportState>))]
public enum ImportState {
    Waiting,
    Running,
    Done,
    /// <summary>The file as a whole was refused: nothing changed.</summary>
    Refused,
}

/// <param name="Step">Patients that are done, for progress.</param>
/// <param name="RefusedPatients">Patients of the file of whom nothing was taken.</param>
public sealed record ImportDetail(string ImportId, string Month, string Name, DateTimeOffset ReceivedAt, long Size, string Sha256, ImportState State, int Step, int Steps,
    int Added, int Changed, int Unchanged, int Removed, int Kept, int RefusedPatients, int Findings);

/// <param name="State"><c>added</c>, <c>changed</c>, <c>unchanged</c>, <c>removed</c> or <c>kept</c> (its patient was refused).</param>
public sealed record ImportRow(string Table, string TableTitle, string Key, string? Patient, string State, IReadOnlyList<string> Fields);
