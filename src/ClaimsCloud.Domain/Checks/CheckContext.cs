using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks;

/// <summary>
/// What is known beside the claim file. Every piece may be absent (null): the rules that need it are then not checked. A foreign file comes with
/// <see cref="FileAlone"/>.
/// </summary>
public sealed record CheckContext {
    public static CheckContext FileAlone { get; } = new();

    /// <summary>Fee tables by month: those the product carries, and imported masters.</summary>
    public FeeSchedules Schedules { get; init; } = FeeSchedules.BuiltIn;

    /// <summary>施設基準 that the station has notified.</summary>
    public IReadOnlyList<HeldStandard>? Standards { get; init; }

    /// <summary>傷病名コード, seven digits each, valid in the month.</summary>
    public IReadOnlySet<string>? DiseaseCodes { get; init; }

    /// <summary>修飾語コード, four digits each.</summary>
    public IReadOnlySet<string>? ModifierCodes { get; init; }

    /// <summary>コメントコード, nine digits each.</summary>
    public IReadOnlySet<string>? CommentCodes { get; init; }

    /// <summary>By 訪問看護記録番号等 (RE item 14): the only field of the file that is ours alone.</summary>
    public IReadOnlyDictionary<string, PatientContext> Patients { get; init; } = new Dictionary<string, PatientContext>();

    internal CheckNeeds Available =>
        CheckNeeds.Standards.If(Standards)
        | CheckNeeds.DiseaseCodes.If(DiseaseCodes, ModifierCodes)
        | CheckNeeds.CommentCodes.If(CommentCodes);
}

/// <summary>A 施設基準 that is held from a day on.</summary>
/// <param name="Code">施設基準コード, as the fee tables write it.</param>
/// <param name="To">Last day, null while it is held.</param>
public sealed record HeldStandard(string Code, DateOnly From, DateOnly? To) {
    internal bool HeldOn(DateOnly day) => day >= From && (To is not { } to || day <= to);
}
