namespace ClaimsCloud.Domain.Claims;

/// <summary>One line of a list of claims.</summary>
/// <param name="Number">Position among the file's claims, from 1.</param>
/// <param name="FirstLine">Line of RE, from 1.</param>
/// <param name="Offset">Byte offset of RE, from 0.</param>
/// <param name="Length">Bytes from RE to the end of the claim.</param>
/// <param name="PatientName">氏名 as recorded; empty when it is missing.</param>
/// <param name="ServiceMonth">指定訪問看護年月 as YYYYMM; empty when it is missing or no month.</param>
/// <param name="ClaimType">レセプト種別, four digits as recorded; empty when it is missing.</param>
/// <param name="TotalYen">合計金額 of the first payer; null when it is missing or no number.</param>
/// <param name="Lines">Lines from RE to the end of the claim.</param>
/// <param name="ChartNumber">訪問看護記録番号等 as recorded; empty when it is missing.</param>
public sealed record ClaimHeading(int Number, int FirstLine, long Offset, int Length, string PatientName, string ServiceMonth, string ClaimType, long? TotalYen, int Lines, string ChartNumber);
