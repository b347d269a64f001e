namespace ClaimsCloud.Domain.Copay;

/// <summary>The payers of a claim that a fee line is charged to: HO and KO records in their order.</summary>
[Flags]
public enum Payers {
    None = 0,
    /// <summary>医保・国保・後期高齢者 (HO).</summary>
    Insurer = 1,
    /// <summary>第１公費 (first KO) to 第４公費.</summary>
    FirstPublic = 2,
    SecondPublic = 4,
    ThirdPublic = 8,
    FourthPublic = 16,
}
