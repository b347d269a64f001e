using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>What a station asks by itself: for everybody who is due, who gave consent at home, 医療扶助, and that its numbers be registered.</summary>
internal static class AskDue {
    public static async Task Handle(Received<AskingDue> message, TenantScope tenant, CancellationToken stop) {
        if ((await tenant.EligibilityStation(stop))?.Value.Rules.Automatic != true) return;
        if (await tenant.NewestMonths(stop) is not [var month, ..]) return;
        // Somebody asks at this moment: the next look is in ten minutes.
        if (!(await AskPeople.Run(month.Id, null, tenant, stop)).Succeeded(out _, out _)) return;
        await AskRegularly.Run(month.Id, tenant, stop);
    }
}
