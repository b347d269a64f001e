using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Returns.Statements;

namespace ClaimsCloud.Domain.Returns;

/// <summary>Any file that a person downloads from オンライン請求, read as what its name or its beginning says it is. Never throws.</summary>
/// <param name="Kind">Null when neither says: the file is kept and asked about.</param>
/// <param name="Contents">A <see cref="ReturnedClaimFile"/>, <see cref="AcceptanceList"/>, <see cref="ConfirmationList"/> or <see cref="Statement"/>; null without a kind.</param>
/// <param name="Damaged">True when nothing in it may be relied on.</param>
public sealed record ReturnedDocument(ReturnFileKind? Kind, object? Contents, bool Damaged, IReadOnlyList<Finding> Findings) {
    public static ReturnedDocument Read(string fileName, ReadOnlySpan<byte> bytes) => Read(ReturnFileName.KindOf(fileName, bytes), ReturnFileName.Parse(fileName), bytes);

    /// <param name="name">What the file's name says, or a person in its place; needed for status lists.</param>
    public static ReturnedDocument Read(ReturnFileKind? kind, ReturnFileName? name, ReadOnlySpan<byte> bytes) {
        switch (kind) {
            case ReturnFileKind.ReturnedClaims: {
                var file = ReturnedClaimFile.Read(bytes);
                return new(kind, file, file.Damaged, file.Findings);
            }
            case ReturnFileKind.AcceptanceList: {
                var list = AcceptanceList.Read(name!, bytes);
                return new(kind, list, list.Damaged, list.Findings);
            }
            case ReturnFileKind.ConfirmationList: {
                var list = ConfirmationList.Read(name!, bytes);
                return new(kind, list, list.Damaged, list.Findings);
            }
            case ReturnFileKind.AdjustmentNotice or ReturnFileKind.ReturnStatement or ReturnFileKind.PaymentStatement: {
                var statement = Statement.Read(StatementOf(kind.Value), bytes);
                return new(kind, statement, statement.Damaged, statement.Findings);
            }
            default:
                return new(null, null, false, []);
        }
    }

    private static StatementKind StatementOf(ReturnFileKind kind) => kind switch {
        ReturnFileKind.AdjustmentNotice => StatementKind.Adjustment, ReturnFileKind.ReturnStatement => StatementKind.Returned, _ => StatementKind.Payment,
    };
}
