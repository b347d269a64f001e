using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Domain.Eligibility.Exchange;

/// <summary>When to ask again for a bulk answer that is still being made: ever slower, and not for ever.</summary>
public static class FetchPlan {
    /// <param name="asked">How often the answer was asked for already, from 0.</param>
    /// <param name="since">Time since the 受付番号 came.</param>
    /// <returns>Pause before the next request, a new file with the same 受付番号; null when a person must look.</returns>
    public static TimeSpan? NextPause(int asked, TimeSpan since) {
        ArgumentOutOfRangeException.ThrowIfNegative(asked);
        if (since >= OqsLimits.BulkPatience) return null;
        var pause = OqsLimits.FirstPause;
        for (var i = 0; i < asked && pause < OqsLimits.LongestPause; i++) pause *= 2;
        return pause < OqsLimits.LongestPause ? pause : OqsLimits.LongestPause;
    }

    /// <summary>How long one step of an interface is waited for.</summary>
    public static TimeSpan Wait(OqsFamily family) => OqsInterface.Of(family).Steps == 1 ? OqsLimits.SingleWait : OqsLimits.BulkWait;
}
