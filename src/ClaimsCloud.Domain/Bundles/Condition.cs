namespace ClaimsCloud.Domain.Bundles;

/// <summary>精神科在宅患者支援管理料, which the psychiatric multiple-visit add-on and its collaboration add-on ask for.</summary>
public enum PsychiatricSupport {
    None,
    /// <summary>イ: at least two visits a week.</summary>
    TwiceWeekly,
    /// <summary>ロ: at least two visits a month.</summary>
    TwiceMonthly,
}

/// <summary>心身の状態 of a patient in the month; one row a patient.</summary>
public sealed record Condition {
    public required string Key { get; init; }
    public required string Patient { get; init; }

    /// <summary>Full-width, up to 1,200 characters.</summary>
    public required string Text { get; init; }

    /// <summary>GAF at the first psychiatric visit of the month, 別表28 code; 20 = only the family was visited; empty without psychiatric visits.</summary>
    public string Gaf { get; init; } = "";

    /// <summary>判定した年月日, in the month; null with code 20.</summary>
    public DateOnly? GafDate { get; init; }
    public PsychiatricSupport PsychiatricSupport { get; init; }

    /// <summary>専門の看護師の手順書: 交付年月日 of the procedure document that specific acts follow; null if there is none.</summary>
    public DateOnly? ProcedureDocument { get; init; }

    /// <summary>手順書の直近見直し年月日.</summary>
    public DateOnly? ProcedureReviewed { get; init; }
}

/// <summary>別表7, 別表8, 超重症児 or 準超重症児, for a period.</summary>
public sealed record ListedCondition {
    public required string Key { get; init; }
    public required string Patient { get; init; }

    /// <summary>疾病等コード, 別表14: 001–020 別表7, 041–059 別表8, 091 超重症児, 092 準超重症児.</summary>
    public required string Code { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>傷病名 of the instruction.</summary>
public sealed record Disease {
    public required string Key { get; init; }
    public required string Patient { get; init; }

    /// <summary>傷病名コード, seven digits; 0000999 = no code.</summary>
    public required string Code { get; init; }

    /// <summary>修飾語コード, four digits each, up to 20, in the order around the name.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>Only for 0000999: full-width, up to 20 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>補足コメント, full-width, up to 20 characters.</summary>
    public string Comment { get; init; } = "";

    /// <summary>主傷病: stands before the others.</summary>
    public bool IsMain { get; init; }

    /// <summary>Order on the claim, lower first.</summary>
    public int Order { get; init; }
}
