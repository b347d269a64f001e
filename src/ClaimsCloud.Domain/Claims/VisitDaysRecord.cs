using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>JD 受診日等レコード (記録条件仕様 p. 10). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct VisitDaysRecord(Record Record) {
    /// <summary>負担者種別, 別表23 code.</summary>
    public string? PayerKind => Record.Text(2);

    /// <summary>別表25 code of a day of the month (1–31); null where the day has none.</summary>
    public string? Day(int day) => day is >= 1 and <= 31 ? Record.Text(2 + day) : throw new ArgumentOutOfRangeException(nameof(day));
}
