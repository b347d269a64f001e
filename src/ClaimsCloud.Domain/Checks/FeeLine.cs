using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>A KA record decoded once for all checks.</summary>
/// <param name="Fee">Null for a code that the schedule of the month does not have, and without a schedule.</param>
/// <param name="Day">算定年月日; null when it is no date of the service month.</param>
/// <param name="Payers">Set of payers (<see cref="PayerMasks"/>), 0 when it is no code.</param>
/// <param name="Yen">Null when it is no number.</param>
/// <param name="VisitCount">同日訪問回数 1–3, 0 for anything else.</param>
/// <param name="Instruction">指示区分 1–6, 0 for anything else.</param>
internal readonly record struct FeeLine(Record Record, FeeEntry? Fee, DateOnly? Day, int Payers, int? Yen, int VisitCount, int Instruction) {
    /// <summary>True when no check that looks at the line by itself had anything to say of it in this month (<see cref="LoneLineCheck"/>).</summary>
    public bool InOrder { get; init; }

    /// <summary>Codes of 職種等, two bytes each.</summary>
    public ReadOnlySpan<byte> Staff => Record.Field(7);

    /// <summary>True when the claim pays a visit on this line that counts as a day (実日数): a base fee, or an emergency fee by itself.</summary>
    public bool MakesDay => Fee is { MakesDay: true };
}

/// <summary>A fee line without its record, as a claim of the month reads it.</summary>
/// <param name="Month">Null where the line was not read yet.</param>
internal readonly record struct KnownFeeLine(ServiceMonth? Month, FeeLine Line);
