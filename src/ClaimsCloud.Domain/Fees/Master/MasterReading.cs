using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>What became of the files of a master.</summary>
/// <param name="Schedule">Null when a finding is an error: nothing is used in part.</param>
public sealed record MasterReading(FeeSchedule? Schedule, IReadOnlyList<Finding> Findings);
