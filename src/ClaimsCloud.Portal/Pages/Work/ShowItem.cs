using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Work;

/// <summary>One returned claim: why it came back, as it came and as it was sent, and what can be done now.</summary>
internal static class ShowItem {
    public static async Task<IResult> Handle(string itemId, Visit visit, CloudApi api, CancellationToken stop) =>
        (await api.ReturnItem(itemId, stop)).Succeeded(out var item, out var refusal) ? await Page(item, null, visit, api, stop) : Problems.Page(visit, refusal);

    /// <param name="problem">Why the last move was refused.</param>
    public static async Task<IResult> Page(ReturnItemDetail item, Refusal? problem, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.Files(null, null, stop)).Succeeded(out var files, out var refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<ItemPage>(new {
            Visit = visit, Detail = item, Sent = await Receipt(item.Claim, api, stop), Corrected = await Receipt(item.Replacements is [var replacement, ..] ? replacement : null, api, stop), Problem = problem,
            Files = files.Items.Where(f => f is { State: ClaimFileState.Checked, Claims: > 0 }).ToList(),
        }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK };
    }

    private static async Task<ReceiptDetail?> Receipt(ClaimRef? claim, CloudApi api, CancellationToken stop) =>
        claim is not null && (await api.Claim(claim.FileId, claim.Number, stop)).Succeeded(out var receipt, out _) ? receipt : null;
}
