namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>The five tables of 訪問看護療養費マスター.</summary>
internal enum MasterTableKind {
    /// <summary>ア 基本, 72 columns.</summary>
    Fees,
    /// <summary>イ 基本・基本加算対応, 8.</summary>
    AddOns,
    /// <summary>ウ 算定回数限度, 10.</summary>
    Limits,
    /// <summary>エ 併算定背反, 13.</summary>
    Exclusions,
    /// <summary>オ 施設基準, 9.</summary>
    Facilities,
}

internal static class MasterTableKinds {
    public static readonly MasterTableKind[] All = Enum.GetValues<MasterTableKind>();

    /// <summary>No two tables have the same number of columns, in any known layout.</summary>
    public static int Columns(this MasterTableKind kind) => kind switch {
        MasterTableKind.Fees => 72,
        MasterTableKind.AddOns => 8,
        MasterTableKind.Limits => 10,
        MasterTableKind.Exclusions => 13,
        _ => 9,
    };

    /// <summary>Position of 訪問看護療養費コード, from 1.</summary>
    public static int CodeAt(this MasterTableKind kind) => kind is MasterTableKind.Limits or MasterTableKind.Exclusions ? 2 : 3;

    public static string Japanese(this MasterTableKind kind) => kind switch {
        MasterTableKind.Fees => "基本テーブル",
        MasterTableKind.AddOns => "基本・基本加算対応テーブル",
        MasterTableKind.Limits => "算定回数限度テーブル",
        MasterTableKind.Exclusions => "併算定背反テーブル",
        _ => "施設基準テーブル",
    };
}
