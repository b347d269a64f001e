namespace ClaimsCloud.Domain.Bundles;

/// <summary>他の訪問看護ステーション that visits the patient as well.</summary>
public sealed record OtherStation {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>別表2 code.</summary>
    public required string Prefecture { get; init; }

    /// <summary>Seven digits; 0000000 if unknown.</summary>
    public required string Code { get; init; }

    /// <summary>Full-width, up to 65 characters.</summary>
    public required string Address { get; init; }

    /// <summary>Full-width, up to 20 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Days of the month on which it made the planned visit.</summary>
    public IReadOnlyList<DateOnly> VisitDays { get; init; } = [];

    /// <summary>It bills 24時間対応体制加算 for the patient: only one station may.</summary>
    public bool BillsAroundTheClock { get; init; }
}

/// <summary>What a patient agreed to.</summary>
public enum AgreementKind {
    /// <summary>24時間対応体制加算への同意.</summary>
    AroundTheClock,
    /// <summary>特別管理加算 (計画的な管理).</summary>
    SpecialManagement,
    /// <summary>訪問看護医療DX情報活用加算: information was fetched by 資格確認 for the month.</summary>
    DigitalInformation,
    /// <summary>ターミナルケアの支援体制の説明と同意.</summary>
    TerminalCare,
}

/// <summary>同意 or standing arrangement of a patient.</summary>
public sealed record Agreement {
    public required string Key { get; init; }
    public required string Patient { get; init; }
    public required AgreementKind Kind { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
}
