using System.Threading.RateLimiting;

namespace ClaimsCloud.Gateway.Guards;

/// <summary>Slows guessing down before the functions host, which locks the account itself, has to hash a password.</summary>
internal sealed class SignInLimits(GatewayLimits limits) : IDisposable {
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> ofAddress = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ => Per(limits.SignInsPerAddress)));
    private readonly PartitionedRateLimiter<(string Address, string Name)> ofName =
        PartitionedRateLimiter.Create<(string Address, string Name), (string, string)>(who => RateLimitPartition.GetFixedWindowLimiter(who, _ => Per(limits.SignInsPerName)));

    /// <summary>A try that names nobody: the colleagues of one office may all use passkeys.</summary>
    public bool Allow(HttpContext context) {
        using var lease = ofAddress.AttemptAcquire(CallLimits.AddressOf(context));
        return lease.IsAcquired;
    }

    public bool Allow(HttpContext context, string login) {
        if (!Allow(context)) return false;
        using var lease = ofName.AttemptAcquire((CallLimits.AddressOf(context), login.ToUpperInvariant()));
        return lease.IsAcquired;
    }

    public void Dispose() {
        ofAddress.Dispose();
        ofName.Dispose();
    }

    private static FixedWindowRateLimiterOptions Per(int calls) => new() { PermitLimit = calls, Window = Window };
}
