using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Functions.Calls;

/// <summary>What one call may act in; filled from its validated token before the handler runs, empty for calls without one.</summary>
internal sealed class CallScope {
    public TenantScope? Tenant { get; set; }
    public Caller? Caller { get; set; }
    /// <summary>The people of the caller's house, for who looks after them.</summary>
    public StaffScope? Staff { get; set; }
    public Grant? Grant { get; set; }
}
