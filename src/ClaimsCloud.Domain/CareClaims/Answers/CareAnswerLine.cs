namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>What a line from 国保連合会 says.</summary>
public enum CareAnswerKind {
    /// <summary>7411: 返戻. To be corrected and claimed again.</summary>
    Returned,
    /// <summary>7411: 保留. Never to be sent again: it revives when 給付管理票 arrives.</summary>
    Held,
    /// <summary>7311: 査定. Paid with other units than were claimed.</summary>
    Adjusted,
    /// <summary>7521: decided amount of an insurer or public payer for a service month and type; no person.</summary>
    Decided,
    /// <summary>7611: 過誤. What was paid is taken back.</summary>
    Withdrawn,
    /// <summary>7621: 再審査. What was paid changes.</summary>
    Reviewed,
    /// <summary>7211: number of claims returned, adjusted, held, revived.</summary>
    CountReturned, CountAdjusted, CountHeld, CountRevived,
}

/// <summary>One line of a file from 国保連合会 about our claims, whichever file it was.</summary>
/// <param name="ReviewMonth">審査年月 or 取扱年月, YYYYMM.</param>
/// <param name="ServiceMonth">YYYYMM; empty where the line has none.</param>
/// <param name="Payer">保険者番号 or 公費負担者番号, without leading zeros.</param>
/// <param name="Insured">Empty in lines about a payer.</param>
/// <param name="ServiceType">Empty where the line has none.</param>
/// <param name="Units">A change for <see cref="CareAnswerKind.Adjusted"/>, <see cref="CareAnswerKind.Withdrawn"/> and <see cref="CareAnswerKind.Reviewed"/>, with its sign.</param>
/// <param name="Yen">給付費, a change with its sign where units are one.</param>
/// <param name="Code">備考 of 7411 in half width, reason or result code of the others.</param>
/// <param name="Text">The payer's own words.</param>
public sealed record CareAnswerLine(CareAnswerKind Kind, string ReviewMonth, string ServiceMonth, string Payer, string Insured, string ServiceType, int Claims, long Units, long Yen, string Code, string Text);

/// <summary>Amounts of a review month as the payer adds them up; null where the file does not say.</summary>
/// <param name="DecidedYen">7521 T1.</param>
/// <param name="CorrectionYen">7521 T2.</param>
/// <param name="PayableYen">7521 T3.</param>
/// <param name="BenefitYen">7515 介護給付費支払額.</param>
/// <param name="TransferYen">7515 振込金額: after certificate fees and the like.</param>
public sealed record CareTotals(string ReviewMonth, long? DecidedYen, long? CorrectionYen, long? PayableYen, long? BenefitYen, long? TransferYen, DateOnly? TransferredOn);
