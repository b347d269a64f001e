using System.Runtime.InteropServices;

namespace ClaimsCloud.Domain.Checks;

/// <summary>訪問看護指示 (HJ) with a period that can be read.</summary>
/// <param name="Kind">指示区分 1–6, 0 for no code of the table.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Order(int Kind, DateOnly From, DateOnly To) {
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
