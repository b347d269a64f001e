using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Cases;

/// <summary>Every form about one case. Its field <c>act</c> says what it is, <c>part</c> on which page it stands.</summary>
internal static class ChangeCase {
    /// <summary>Before the key of a price line in the form.</summary>
    public const string YenPrefix = "yen-";

    public static async Task<IResult> Handle(string caseId, HttpRequest request, Visit visit, CasesApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var part = form["part"].ToString();
        if (Request(form) is not var (route, change)) return await CasePages.Part(part, caseId, visit, api, [new(null, "日付や金額の形を確かめてください。")], stop);
        if ((await api.Change(route, caseId, change, stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(part.Length == 0 ? Links.Case(caseId) : Links.CasePart(caseId, part));
        return refusal.Status is 400 or 409 ? await CasePages.Part(part, caseId, visit, api, [new FormProblem(null, refusal.Title)], stop) : Entry.Problems.Page(visit, refusal);
    }

    private static (string Route, object Change)? Request(IFormCollection form) {
        var revision = long.TryParse(form["revision"], out var seen) ? seen : 0;
        string Text(string field) => form[field].ToString().Trim();
        switch (Text("act")) {
            case "move": return (CaseRoutes.Moves, new CaseMove(revision, Text("to"), Text("reason"), FormValues.Day(form["operatesFrom"])));
            case "item": return (CaseRoutes.Items, new ItemChange(revision, Text("item"), Text("state"), Text("waitsFor"), FormValues.Day(form["dueOn"]), Text("note")));
            case "answers": return (CaseRoutes.Answers, new AnswersChange(revision, FormAnswers.Of(form)));
            case "partner": return Text("choice").Split('|') is [var partner, var connection] ? (CaseRoutes.Partner, new PartnerPick(revision, partner, connection)) : null;
            case "blocker": return (CaseRoutes.Blockers, new BlockerChange(revision, Text("blocker") is { Length: > 0 } id ? id : null, Text("text"), Text("holder")));
            case "duplicate": return (CaseRoutes.Duplicates, new DuplicateDecision(revision, Text("application"), Text("take") == "yes", Text("reason")));
            case "quote": return (CaseRoutes.Quotes, new QuoteWish(revision, [.. form["optional"].OfType<string>()]));
            case "order": return FormValues.Day(form["orderedOn"]) is { } on && FormValues.Amounts(form, YenPrefix) is { } yen ? (CaseRoutes.Orders, new OrderRecord(revision, on, yen)) : null;
            case "cancelOrders": return (CaseRoutes.OrderCancellation, new OrderCancellation(revision, Text("reason")));
            case "invoice": return FormValues.Day(form["issuedOn"]) is { } issued && FormValues.Amounts(form, YenPrefix) is { } asked
                ? (CaseRoutes.Invoices, new InvoiceRecord(revision, Text("supplier"), Text("number"), issued, FormValues.Day(form["paidOn"]), asked)) : null;
            case "applied": return FormValues.Day(form["appliedOn"]) is { } applied ? (CaseRoutes.Subsidy, new SubsidyApplied(revision, applied)) : null;
            default: return null;
        }
    }
}
