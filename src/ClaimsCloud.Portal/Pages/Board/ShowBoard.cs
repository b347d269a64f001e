using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using ClaimsCloud.Portal.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Board;

/// <summary>One month of claiming: the 1st to the 12th for each payer, then what was sent and how we know. Made to be printed.</summary>
internal static class ShowBoard {
    private const int MostFiles = 30;

    public static RedirectHttpResult Current(Visit visit) => TypedResults.LocalRedirect(Links.BoardOf(JapanTime.At(visit.Now).ToString("yyyyMM", CultureInfo.InvariantCulture)));

    public static async Task<IResult> Handle(string month, Visit visit, CloudApi api, CareApi cares, CancellationToken stop) {
        if (!DateTime.TryParseExact(month, "yyyyMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return TypedResults.NotFound();
        if (!(await api.Connectors(stop)).Succeeded(out var connectors, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.YenAtRisk(stop)).Succeeded(out var risk, out refusal)) return Problems.Page(visit, refusal);
        if (!(await cares.Account(month, stop)).Succeeded(out var care, out refusal)) return Problems.Page(visit, refusal);
        var files = new List<ClaimFileDetail>();
        string? after = null;
        do {
            if (!(await api.Files(null, after, stop)).Succeeded(out var page, out refusal)) return Problems.Page(visit, refusal);
            foreach (var file in page.Items.Where(f => f.ClaimMonth == month && files.Count < MostFiles))
                if ((await api.File(file.FileId, stop)).Succeeded(out var detail, out _)) files.Add(detail);
            // Nothing for this month was taken in long before it.
            after = page.Items is [.., var last] && page.Number * page.Size < page.Total && JapanTime.At(last.ReceivedAt) >= first.AddMonths(-1) ? last.FileId : null;
        } while (after is not null);
        return new RazorComponentResult<BoardPage>(new { Visit = visit, Month = first, Files = files, Connectors = connectors, Risk = risk, Care = care });
    }
}
