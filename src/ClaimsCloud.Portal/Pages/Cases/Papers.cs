using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Cases;

/// <summary>Papers of a case: one that is given, one that is read, all of the subsidy in one file.</summary>
internal static class Papers {
    public static async Task<IResult> Give(string caseId, HttpRequest request, Visit visit, CasesApi api, CancellationToken stop) {
        var chosen = await FormFile.Find(request, stop);
        var part = chosen?.Before.GetValueOrDefault("part") ?? "";
        if (chosen is null) return await CasePages.Part("subsidy", caseId, visit, api, [new("file", "ファイルを選んでください。")], stop);
        return (await api.Give(caseId, chosen.Name, Labelled(chosen.Before), chosen.Content, stop)).Succeeded(out _, out var refusal)
            ? TypedResults.LocalRedirect(part.Length == 0 ? Links.Case(caseId) : Links.CasePart(caseId, part))
            : await CasePages.Part(part, caseId, visit, api, [new FormProblem("file", refusal.Title)], stop);
    }

    /// <summary>A paper's kind and its supplier are one choice on the page: <c>receipt|partner</c>; an amount goes on without its commas.</summary>
    public static IReadOnlyDictionary<string, string> Labelled(IReadOnlyDictionary<string, string> before) {
        var about = new Dictionary<string, string>(before);
        if (before.GetValueOrDefault("kind")?.Split('|') is [var paper, var supplier]) (about["paper"], about["supplier"]) = (paper, supplier);
        if (before.TryGetValue("yen", out var typed)) about["yen"] = $"{FormValues.Yen(typed)}";
        return about;
    }

    public static async Task<IResult> Read(string caseId, string paperId, HttpContext http, Visit visit, CasesApi api, CancellationToken stop) {
        if (!(await api.Case(caseId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Paper(caseId, paperId, stop)).Succeeded(out var paper, out refusal)) return Problems.Page(visit, refusal);
        var name = detail.Papers.Concat(detail.Items.SelectMany(i => i.Papers)).FirstOrDefault(p => p.PaperId == paperId)?.Name ?? paperId;
        return await FileAnswer.Of(paper, "application/octet-stream", name, http, stop);
    }

    /// <summary>The amount on a paper, or why it is not used.</summary>
    public static async Task<IResult> Change(string caseId, string paperId, HttpRequest request, Visit visit, CasesApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var part = form["part"].ToString();
        var yen = FormValues.Yen(form["yen"]);
        if (form["act"] == "yen" && yen is null) return await CasePages.Part(part, caseId, visit, api, [new($"yen-{paperId}", "金額を数字で入れてください。")], stop);
        var change = new PaperChange(long.TryParse(form["revision"], out var seen) ? seen : 0, form["act"] == "yen" ? yen : null, form["reason"].ToString());
        if ((await api.ChangePaper(caseId, paperId, change, stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(part.Length == 0 ? Links.Case(caseId) : Links.CasePart(caseId, part));
        return refusal.Status is 400 or 409 ? await CasePages.Part(part, caseId, visit, api, [new FormProblem(null, refusal.Title)], stop) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> Packet(string caseId, HttpContext http, Visit visit, CasesApi api, CancellationToken stop) =>
        (await api.Packet(caseId, stop)).Succeeded(out var packet, out var refusal) ? await FileAnswer.Of(packet, "application/zip", $"補助金申請_{caseId}.zip", http, stop)
            : await CasePages.Part("subsidy", caseId, visit, api, [new(null, refusal.Title)], stop);
}
