namespace ClaimsCloud.Domain.Copay;

/// <summary>所得区分 of 高額療養費, with the レセプト特記 that shows it.</summary>
public enum CopayClass {
    /// <summary>Under 70, ア (26 区ア).</summary>
    UnderSeventyFirst,
    /// <summary>Under 70, イ (27 区イ).</summary>
    UnderSeventySecond,
    /// <summary>Under 70, ウ (28 区ウ).</summary>
    UnderSeventyThird,
    /// <summary>Under 70, エ (29 区エ).</summary>
    UnderSeventyFourth,
    /// <summary>Under 70, オ (30 区オ), 低所得.</summary>
    UnderSeventyFifth,
    /// <summary>From 70, 現役並みⅢ (26 区ア).</summary>
    SeniorActiveThree,
    /// <summary>From 70, 現役並みⅡ (27 区イ).</summary>
    SeniorActiveTwo,
    /// <summary>From 70, 現役並みⅠ (28 区ウ).</summary>
    SeniorActiveOne,
    /// <summary>From 70, 一般 (29 区エ); 後期高齢者 一般Ⅰ (42 区キ).</summary>
    SeniorGeneral,
    /// <summary>後期高齢者 一般Ⅱ, ２割 (41 区カ).</summary>
    SeniorGeneralTwo,
    /// <summary>From 70, 低所得Ⅱ (30 区オ with 一部負担金区分 1).</summary>
    SeniorLowTwo,
    /// <summary>From 70, 低所得Ⅰ (30 区オ with 一部負担金区分 3).</summary>
    SeniorLowOne,
}

/// <summary>Whether the limit was reached three times in the twelve months (多数回該当).</summary>
public enum LimitCount { Usual, Repeated }

/// <summary>Half in the month of the 75th birthday (特記 21 高半), unless it is the first of the month.</summary>
public enum LimitPortion { Whole, Half }
