using System.Runtime.InteropServices;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>Why a line is there.</summary>
/// <param name="Rule">Id of the calculation rule, <c>K</c> and a number.</param>
/// <param name="Text">In Japanese, with the counts that decided.</param>
/// <param name="Source">告示 and number of the fee.</param>
/// <param name="Rows">Keys of the visits or other rows that it rests on.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeeReason(string Rule, string Text, string Source, IReadOnlyList<string> Rows);

/// <summary>One fee of a patient's month, as KA records it.</summary>
/// <param name="Date">算定年月日.</param>
/// <param name="Yen">KA 金額; a base fee in a 特別地域 carries the add-on, whose own line is 0.</param>
/// <param name="StaffCodes">職種等, two digits each without separator; empty where none is recorded.</param>
/// <param name="VisitCount">同日訪問回数 01–03, or empty.</param>
/// <param name="InstructionKind">指示区分 01–06, or empty.</param>
/// <param name="Care">Which law and order it runs under; public-expense programmes ask.</param>
public sealed record FeeLine(DateOnly Date, Fee Fee, int Yen, string StaffCodes, string VisitCount, string InstructionKind, CareKind Care, FeeReason Reason) {
    /// <summary>Place among the lines of a day.</summary>
    internal int PrintOrder { get; init; }

    /// <summary>Keys of the visits that a public-expense certificate may have been taken away from.</summary>
    public IReadOnlyList<string> Rows => Reason.Rows;
}
