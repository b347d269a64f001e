using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>情報提供先コード (別表18) and the 訪問看護情報提供療養費 it belongs to.</summary>
internal static class Recipients {
    /// <summary>1, 2 or 3; 0 for no code of the table.</summary>
    public static int NumberOf(Record information) =>
        Digits.TryInt(information.Field(2), out var code) ? code switch { 1 or 2 => 1, >= 10 and <= 13 => 2, >= 21 and <= 23 => 3, _ => 0 } : 0;

    /// <summary>True when the claim bills 訪問看護情報提供療養費 of that number.</summary>
    public static bool Bills(ClaimFacts claim, int number) {
        foreach (ref readonly var line in claim.Lines)
            if (line.Fee is { Family: Fees.FeeFamily.Information } fee && fee.Fee.Conditions?.Number == number) return true;
        return false;
    }
}
