using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Audit;

/// <summary>What somebody did, for the log. Every text is an id or a code: what a person typed can name a patient.</summary>
/// <param name="Subject">What it was done to.</param>
/// <param name="Why">A code, or where the reason stands.</param>
internal sealed record Act(AuditAct What, Caller Who, string? Subject = null, string? Why = null) {
    /// <summary>When it was done, where that is not now.</summary>
    public DateTimeOffset? At { get; init; }
}
