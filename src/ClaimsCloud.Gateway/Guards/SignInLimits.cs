using System.Threading.RateLimiting;

namespace ClaimsCloud.Gateway.Guards;

/// <summary>Slows guessing down before the functions host, which locks the account itself, has to hash a password.</summary>
internal sealed class SignInLimits(GatewayLimits limits) : IDisposable {
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<(string Address, string Name)> calls = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Address, string Name), string>(who => RateLimitPartition.GetFixedWindowLimiter(who.Address, _ => Per(limits.SignInsPerAddress))),
        PartitionedRateLimiter.Create<(string Address, string Name), (string, string)>(who => RateLimitPartition.GetFixedWindowLimiter(who, _ => Per(limits.SignInsPerName))));

    public bool Allow(HttpContext context, string login) {
        using var lease = calls.AttemptAcquire((CallLimits.AddressOf(context), login.ToUpperInvariant()));
        return lease.IsAcquired;
    }

    public void Dispose() => calls.Dispose();

    private static FixedWindowRateLimiterOptions Per(int calls) => new() { PermitLimit = calls, Window = Window };
}
