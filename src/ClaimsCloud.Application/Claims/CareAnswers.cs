using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.CareClaims.Answers;

namespace ClaimsCloud.Application.Claims;

/// <summary>What one file from 国保連合会 said of one service month: kept as it was said. What it means is worked out anew whenever somebody looks (decision 015).</summary>
/// <param name="ServiceMonth">Empty for the sums of the whole file.</param>
/// <param name="Exchange">交換情報識別番号: 7411 and the like.</param>
internal sealed record CareAnswers(string ReturnFileId, string Exchange, string ServiceMonth, string ReviewMonth, string Sha256, string DeviceId, DateTimeOffset ReceivedAt,
    IReadOnlyList<CareAnswerLine> Lines, CareTotals? Totals) {
    public static readonly DocumentIndex<CareAnswers> ByService = new("service", a => a.ServiceMonth.Length == 0 ? null : a.ServiceMonth);
    public static readonly DocumentIndex<CareAnswers> ByReview = new("review", a => a.ReviewMonth);
    public static readonly DocumentKind<CareAnswers> Kind = new("care-answers", ByService, ByReview);

    /// <summary>So many lines are well below what a document holds.</summary>
    public const int MostLines = 400;

    public static string IdOf(string returnFileId, string serviceMonth, int part) => $"{returnFileId}.{serviceMonth}.{part}";

    public static async Task<IReadOnlyList<CareAnswers>> Of(DocumentIndex<CareAnswers> index, string month, TenantScope tenant, CancellationToken stop) {
        var found = new List<CareAnswers>();
        await foreach (var answers in tenant.Documents.All(Kind, index, IndexRange.Exactly(month), stop)) found.Add(answers.Value);
        return found;
    }
}
