namespace ClaimsCloud.Domain.Bundles;

/// <summary>訪問看護指示書 of one doctor. Dates as written on it.</summary>
public sealed record Instruction {
    public required string Key { get; init; }
    public required string Patient { get; init; }

    /// <summary>指示区分, 別表12: 01 訪問看護, 02 特別, 03 精神科, 04 精神科特別, 05 医療観察, 06 医療観察特別.</summary>
    public required string Kind { get; init; }

    /// <summary>At most six months; special ones at most 14 days.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }

    /// <summary>都道府県 of the institution, 別表2 code.</summary>
    public required string Prefecture { get; init; }

    /// <summary>点数表 of the doctor's institution, 別表3: 1, 3, 5 or B, never 6.</summary>
    public required string FeeTable { get; init; }

    /// <summary>Seven digits; 0000000 if unknown, 9999999 for 健康保険法63条3項2・3号.</summary>
    public required string InstitutionCode { get; init; }
    public required string InstitutionName { get; init; }

    /// <summary>主治医の氏名, one space between family and given name.</summary>
    public required string Physician { get; init; }

    /// <summary>直近報告年月日; null if no report was made.</summary>
    public DateOnly? LastReport { get; init; }

    /// <summary>精神科指示書: the doctor wrote that several staff are needed (複数名訪問の必要性).</summary>
    public bool SeveralStaffNeeded { get; init; }
}
