using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>Begins a month, empty or with what goes on from the last one.</summary>
internal static class OpenMonth {
    public static async Task<IResult> Handle(HttpRequest request, Visit visit, MonthsApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        // A month input gives YYYY-MM; where it is a plain text box, people type it as they like.
        var month = new string([.. form["month"].ToString().Where(char.IsAsciiDigit)]);
        if (month.Length != 6) return await ListMonths.Page(visit, api, [new FormProblem("month", "2024-10 のように年と月を入れてください。")], stop);
        return (await api.Open(month, form["from"].ToString() is { Length: > 0 } from ? from : null, stop)).Succeeded(out _, out var refusal)
            ? TypedResults.LocalRedirect(Links.Month(month))
            : await ListMonths.Page(visit, api, [new FormProblem("month", refusal.Title)], stop);
    }
}
