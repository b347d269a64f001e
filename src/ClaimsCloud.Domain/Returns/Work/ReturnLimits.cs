using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns.Work;

/// <summary>Until when something can be done about a returned claim.</summary>
public static class ReturnLimits {
    private const int DownloadMonths = 3;
    private const int YearsToClaim = 5;

    /// <summary>The last day on which the return file can be downloaded: オンライン請求 keeps three months (trade press 2023 and 2026). Counted from the day it was first seen here, the real day is not later.</summary>
    public static DateOnly LastDownload(DateOnly firstSeen) => firstSeen.AddMonths(DownloadMonths);

    /// <summary>
    /// The last day for the claim itself: five years for services from 2020-04 (trade press; the exact base day for 訪問看護療養費 is not verified), counted on the safe
    /// side from the end of the service month.
    /// </summary>
    public static DateOnly LastClaim(ServiceMonth month) => month.LastDay.AddYears(YearsToClaim);
}
