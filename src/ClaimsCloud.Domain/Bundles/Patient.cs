namespace ClaimsCloud.Domain.Bundles;

/// <summary>利用者.</summary>
public sealed record Patient {
    public required string Key { get; init; }

    /// <summary>氏名 as it goes into the claim: all full-width or all half-width, one space between family and given name, JIS level 1 and 2 only.</summary>
    public required string Name { get; init; }

    /// <summary>氏名 as the card writes it, where <see cref="Name"/> had to replace a character; else null.</summary>
    public string? OriginalName { get; init; }

    /// <summary>Full-width katakana without a space; empty if it is not to be recorded.</summary>
    public string Kana { get; init; } = "";

    /// <summary>別表5: 1 男, 2 女.</summary>
    public required string Sex { get; init; }
    public required DateOnly BirthDate { get; init; }

    /// <summary>訪問開始年月日: first visit of this station.</summary>
    public required DateOnly ServiceStart { get; init; }
}

/// <summary>Where a patient lives and is visited. Periods of one patient do not overlap.</summary>
public sealed record Residence {
    public required string Key { get; init; }

    /// <summary>Key of a <see cref="Bundles.Patient"/>.</summary>
    public required string Patient { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Key of a <see cref="Bundles.Building"/>; null: a house of its own.</summary>
    public string? Building { get; init; }

    /// <summary>場所, 別表16 code without 31 and 32.</summary>
    public required string Place { get; init; }

    /// <summary>Needed for place 99; up to 65 full-width characters.</summary>
    public string PlaceText { get; init; } = "";

    /// <summary>Full-width; recorded with 特別地域訪問看護加算.</summary>
    public string Address { get; init; } = "";

    /// <summary>厚生労働大臣が定める地域 (離島・山村・過疎など); the add-on also asks for the travel time of the visit.</summary>
    public bool InSpecialArea { get; init; }
}

/// <summary>Days in hospital or a facility. The day after <see cref="Until"/> starts what is counted from the discharge.</summary>
public sealed record HospitalStay {
    public required string Key { get; init; }
    public required string Patient { get; init; }

    /// <summary>入院日.</summary>
    public required DateOnly From { get; init; }

    /// <summary>退院日; null while the patient is in.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>精神病床からの退院: within three months psychiatric visits may be five days a week.</summary>
    public bool Psychiatric { get; init; }
}
