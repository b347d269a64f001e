using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>Who the insurer is, as its number says.</summary>
internal enum InsurerKind {
    Unknown,
    /// <summary>全国健康保険協会 (法別01).</summary>
    HealthAssociation,
    /// <summary>Other 被用者保険: 健保組合, 共済, 船員, 自衛官 …</summary>
    Employees,
    /// <summary>国民健康保険: six digits after two spaces, or 法別67.</summary>
    NationalHealth,
    /// <summary>後期高齢者医療 (法別39).</summary>
    LateSenior,
}

internal static class InsurerKinds {
    /// <summary>Of HO 保険者番号.</summary>
    public static InsurerKind Of(in Record insurer) => insurer.Field(2) switch {
        [(byte)' ', (byte)' ', >= (byte)'0' and <= (byte)'9', .. { Length: 5 }] => InsurerKind.NationalHealth,
        [(byte)'6', (byte)'7', .. { Length: 6 }] => InsurerKind.NationalHealth,
        [(byte)'3', (byte)'9', .. { Length: 6 }] => InsurerKind.LateSenior,
        [(byte)'0', (byte)'1', .. { Length: 6 }] => InsurerKind.HealthAssociation,
        [>= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', .. { Length: 6 }] => InsurerKind.Employees,
        _ => InsurerKind.Unknown,
    };
}
