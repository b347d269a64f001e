namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>Which law insures, told by the insurer's number: it decides the payer of the file, the レセプト種別 and 給付割合.</summary>
internal enum InsuranceScheme {
    /// <summary>健康保険・船員・共済: 支払基金.</summary>
    Employees,
    /// <summary>国民健康保険 (six digits, or 67): 国保連合会.</summary>
    National,
    /// <summary>後期高齢者医療 (39): 国保連合会.</summary>
    LatterStage,
}

internal static class InsuranceSchemes {
    public static InsuranceScheme Of(string insurerNumber) =>
        insurerNumber.StartsWith("39", StringComparison.Ordinal) && insurerNumber.Length == 8 ? InsuranceScheme.LatterStage
        : insurerNumber.Length == 6 || insurerNumber.StartsWith("67", StringComparison.Ordinal) ? InsuranceScheme.National : InsuranceScheme.Employees;

    /// <summary>審査支払機関, 別表1 code: 1 支払基金, 2 国保連合会.</summary>
    public static string ReviewOrganization(this InsuranceScheme scheme) => scheme == InsuranceScheme.Employees ? "1" : "2";
}
