using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>専門の研修コード (別表27): 01–04 for the base fee, 11–13 and 21–27 for 専門管理加算.</summary>
internal static class Trainings {
    public static bool IsIn(Record training, int from, int to) => Digits.TryInt(training.Field(2), out var code) && code >= from && code <= to;
}
