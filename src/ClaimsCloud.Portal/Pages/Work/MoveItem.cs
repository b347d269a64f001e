using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Work;

/// <summary>One form of the item's page: link, move or replacement; a refusal is said on the same page.</summary>
internal static class MoveItem {
    public static async Task<IResult> Handle(string itemId, HttpRequest request, Visit visit, CloudApi api, CancellationToken stop) {
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(Links.WorkItem(itemId));
        var form = await request.ReadFormAsync(stop);
        var answer = form["move"].ToString() switch {
            "link" => await api.Link(itemId, new(Claim(form["claim"].ToString())), stop),
            "replace" => await api.Replace(itemId, new(Claim($"{form["file"]}:{form["number"]}") is { } claim ? [claim] : []), stop),
            var move => await api.Move(itemId, new(move, Day(form["due"].ToString()), form["note"].ToString()), stop),
        };
        if (answer.Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.WorkItem(itemId));
        return refusal.Status is StatusCodes.Status409Conflict or StatusCodes.Status400BadRequest && (await api.ReturnItem(itemId, stop)).Succeeded(out var item, out _)
            ? await ShowItem.Page(item, refusal, visit, api, stop) : Problems.Page(visit, refusal);
    }

    /// <summary><c>file:number</c>; null for anything else.</summary>
    private static ClaimRef? Claim(string text) =>
        text.Split(':') is [{ Length: > 0 } file, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? new(file, parsed) : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
