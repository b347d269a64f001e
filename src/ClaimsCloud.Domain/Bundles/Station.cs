namespace ClaimsCloud.Domain.Bundles;

/// <summary>訪問看護ステーション.</summary>
public sealed record Station {
    public required string Key { get; init; }

    /// <summary>訪問看護ステーションコード, seven digits without prefecture and 点数表.</summary>
    public required string Code { get; init; }

    /// <summary>別表2 code, two digits.</summary>
    public required string Prefecture { get; init; }

    /// <summary>届け出た名称, up to 20 full-width characters.</summary>
    public required string Name { get; init; }
    public string Address { get; init; } = "";

    /// <summary>Half-width digits with - or (); empty if it is not to be recorded.</summary>
    public string Phone { get; init; } = "";

    /// <summary>介護保険の事業所番号, ten characters; empty for a station that does not bill the care insurance.</summary>
    public string CareOfficeNumber { get; init; } = "";

    /// <summary>地域区分コード of the care insurance (インタフェース仕様書 共通編 p. 36-3), one digit: 1 1級地, 6 2級地, 7 3級地, 2 4級地, 3 5級地, 4 6級地, 9 7級地, 5 その他.</summary>
    public string CareRegion { get; init; } = "";
}

/// <summary>届出: a facility standard that the station has filed.</summary>
public sealed record FacilityStandard {
    public required string Key { get; init; }

    /// <summary>施設基準コード of the fee master, four digits (1604 = 24時間対応体制加算).</summary>
    public required string Code { get; init; }

    /// <summary>算定開始日.</summary>
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>A building that users live in or are visited in.</summary>
public sealed record Building {
    public required string Key { get; init; }
    public required string Name { get; init; }

    /// <summary>Same text for buildings on one site (同一敷地内), which count as one building from 2026-06; null: the building stands alone.</summary>
    public string? Site { get; init; }

    /// <summary>包括型訪問看護療養費: first day from which the building is registered for it (届出 1641).</summary>
    public DateOnly? InclusiveCareFrom { get; init; }
}
