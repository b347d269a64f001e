using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>履歴管理ブロック behind the fees of a re-claim: lines that begin with データ識別, 行番号, 枝番号.</summary>
internal static class History {
    public static bool Begins(in Record record) => record.FieldCount >= 4 && Digits.TryInt(record.Field(1), out _) && record.Field(4).Length == 2;
}
