using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>What a claim says about whose it is and of which month; enough to find it again. Null where the claim does not say. Patient data.</summary>
/// <param name="ChartNumber">訪問看護記録番号等 (RE item 14), the one field that the payer echoes and nobody else fills.</param>
/// <param name="Name">氏名 without spaces.</param>
/// <param name="Insured">保険者番号 and 被保険者番号; null on a claim of public expense alone.</param>
/// <param name="Recipient">負担者番号 and 受給者番号 of the first public expense.</param>
public sealed record ClaimIdentity(string? SearchNumber, string? ChartNumber, ServiceMonth? Month, string? Name, string? Kana, DateOnly? BirthDate, string? Insured, string? Recipient) {
    public static ClaimIdentity Of(Claim claim) {
        ArgumentNullException.ThrowIfNull(claim);
        var common = claim.Common;
        return new(common.SearchNumber, common.ChartNumber?.Trim(), common.ServiceMonth, Squeezed(common.PatientName), Squeezed(common.PatientKana), common.BirthDate,
            claim.Insurer is { InsurerNumber: { } insurer, Number: { } number } ? $"{insurer.Trim()}|{number}" : null,
            claim.PublicExpenses.Select(p => p is { PayerNumber: { } payer, RecipientNumber: { } recipient } ? $"{payer}|{recipient}" : null).FirstOrDefault());
    }

    private static string? Squeezed(string? name) => name?.Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
