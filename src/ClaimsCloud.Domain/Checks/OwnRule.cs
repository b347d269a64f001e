using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

public enum Comparison { Is, IsNot, IsEmpty, IsFilled, IsLess, IsGreater, StartsWith }

/// <summary>A condition on one field. Numbers compare as numbers when both sides are, everything else as text.</summary>
/// <param name="Record">Record id; another record than the rule's is the first of that kind in the claim.</param>
/// <param name="Field">English name of the field in the layout.</param>
/// <param name="Value">Ignored by <see cref="Comparison.IsEmpty"/> and <see cref="Comparison.IsFilled"/>.</param>
public sealed record FieldCondition(string Record, string Field, Comparison Comparison, string Value = "") {
    internal bool Holds(in Record record, FieldLayout field) {
        var text = record.Text(field.Position) ?? "";
        return Comparison switch {
            Comparison.Is => text == Value,
            Comparison.IsNot => text != Value,
            Comparison.IsEmpty => text.Length == 0,
            Comparison.IsFilled => text.Length > 0,
            Comparison.StartsWith => text.StartsWith(Value, StringComparison.Ordinal),
            Comparison.IsLess => Compare(text) < 0,
            Comparison.IsGreater => Compare(text) > 0,
            var other => throw new InvalidOperationException($"no comparison {other}"),
        };
    }

    private int Compare(string text) =>
        long.TryParse(text, out var number) && long.TryParse(Value, out var other) ? number.CompareTo(other) : string.CompareOrdinal(text, Value);
}

/// <summary>A station's own rule as data: it fires at every record of its kind where all conditions hold.</summary>
/// <param name="Code">Z and two digits: never a code of the catalogue.</param>
/// <param name="Severity">At most <see cref="Severity.LikelyReturn"/>: only the payer refuses.</param>
public sealed record OwnRule(string Code, Severity Severity, string Title, string Fix, string Record, IReadOnlyList<FieldCondition> Conditions) {
    /// <summary>What is wrong with the rule itself, in Japanese; empty when it can run.</summary>
    public IEnumerable<string> Problems() {
        var spec = ClaimSpec.Release202406;
        if (Code is not ['Z', >= '0' and <= '9', >= '0' and <= '9']) yield return $"番号「{Code}」はZと数字2桁にしてください。";
        if (Severity < Severity.LikelyReturn) yield return "重さは「返戻の見込み」・「要確認」・「参考」から選んでください。";
        if (Title.Length == 0 || Fix.Length == 0) yield return "見出しと直し方を入れてください。";
        if (spec.Record(Record) is not { InClaim: true }) yield return $"レコード「{Record}」はレセプトにありません。";
        if (Conditions.Count == 0) yield return "条件を1つ以上入れてください。";
        foreach (var condition in Conditions)
            if (spec.Record(condition.Record)?.Field(condition.Field) is null) yield return $"項目「{condition.Record}.{condition.Field}」はありません。";
    }
}
