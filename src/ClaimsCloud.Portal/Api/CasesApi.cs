using System.Globalization;
using System.Net.Http.Headers;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page can read and do with cases, one method a route of <see cref="CaseRoutes"/>; changes of a case share one.</summary>
internal sealed class CasesApi(CloudConnection cloud, IHttpContextAccessor call) {
    public Task<Answer<CaseBoard>> Cases(string? search, string? step, string? holder, int page, CancellationToken stop) =>
        Get<CaseBoard>(Paths.Query(CaseRoutes.Cases, ("search", search), ("step", step), ("holder", holder), ("page", page.ToString(CultureInfo.InvariantCulture))), stop);

    public Task<Answer<CaseDetail>> Case(string caseId, CancellationToken stop) => Get<CaseDetail>(Paths.Fill(CaseRoutes.Case, caseId), stop);

    /// <param name="route">One of those that answer with the case.</param>
    public Task<Answer<CaseDetail>> Change(string route, string caseId, object change, CancellationToken stop) => Post<CaseDetail>(Paths.Fill(route, caseId), change, stop);

    public Task<Answer<HandOverAnswer>> HandOver(string caseId, HandOverWish wish, CancellationToken stop) => Post<HandOverAnswer>(Paths.Fill(CaseRoutes.HandOver, caseId), wish, stop);

    public Task<Answer<CaseDetail>> Give(string caseId, string name, IReadOnlyDictionary<string, string> about, Stream content, CancellationToken stop) =>
        Send<CaseDetail>(Labelled(Paths.Fill(CaseRoutes.Papers, caseId), name, about), content, stop);

    /// <summary>The caller disposes the answer, here and below.</summary>
    public Task<Answer<HttpResponseMessage>> Paper(string caseId, string paperId, CancellationToken stop) => cloud.Open(Paths.Fill(CaseRoutes.Paper, caseId, paperId), Token, stop);

    public Task<Answer<CaseDetail>> ChangePaper(string caseId, string paperId, PaperChange change, CancellationToken stop) => Post<CaseDetail>(Paths.Fill(CaseRoutes.Paper, caseId, paperId), change, stop);

    public Task<Answer<HttpResponseMessage>> Packet(string caseId, CancellationToken stop) => cloud.Open(Paths.Fill(CaseRoutes.Packet, caseId), Token, stop);

    public Task<Answer<Page<CaseEventRow>>> History(string caseId, string? after, CancellationToken stop) => Get<Page<CaseEventRow>>(Paths.Query(Paths.Fill(CaseRoutes.History, caseId), ("after", after)), stop);

    public Task<Answer<BulkAnswer>> Act(BulkAction action, CancellationToken stop) => Post<BulkAnswer>(CaseRoutes.Bulk, action, stop);

    public Task<Answer<SheetPartnerRow[]>> Sheets(CancellationToken stop) => Get<SheetPartnerRow[]>(CaseRoutes.Sheets, stop);

    public Task<Answer<HttpResponseMessage>> Sheet(string partner, string? form, CancellationToken stop) => cloud.Open(Paths.Query(Paths.Fill(CaseRoutes.Sheet, partner), ("form", form)), Token, stop);

    public Task<Answer<SheetImportDetail>> ReadSheet(string partner, string name, Stream content, CancellationToken stop) => Send<SheetImportDetail>(Paths.Query(Paths.Fill(CaseRoutes.Sheet, partner), ("name", name)), content, stop);

    public Task<Answer<SheetImportDetail>> SheetImport(string importId, CancellationToken stop) => Get<SheetImportDetail>(Paths.Fill(CaseRoutes.SheetImport, importId), stop);

    public Task<Answer<SheetImportDetail>> TakeSheet(string importId, CancellationToken stop) => cloud.Ask<SheetImportDetail>(HttpMethod.Post, Paths.Fill(CaseRoutes.SheetImport, importId), Token, null, stop);

    public Task<Answer<BookDetail>> Book(CancellationToken stop) => Get<BookDetail>(CaseRoutes.Book, stop);

    public Task<Answer<BookSaved>> SaveRow(SaveBookRow row, CancellationToken stop) => Post<BookSaved>(CaseRoutes.Book, row, stop);

    public Task<Answer<ChecklistDetail>> Checklist(CancellationToken stop) => Get<ChecklistDetail>(CaseRoutes.Checklist, stop);

    public Task<Answer<ChecklistDetail>> Report(ItemReport report, CancellationToken stop) => Post<ChecklistDetail>(CaseRoutes.ChecklistItems, report, stop);

    public Task<Answer<ChecklistDetail>> GiveOwn(string name, IReadOnlyDictionary<string, string> about, Stream content, CancellationToken stop) => Send<ChecklistDetail>(Labelled(CaseRoutes.ChecklistPapers, name, about), content, stop);

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");

    private static string Labelled(string path, string name, IReadOnlyDictionary<string, string> about) =>
        Paths.Query(path, ("name", name), ("item", about.GetValueOrDefault("item")), ("paper", about.GetValueOrDefault("paper")), ("supplier", about.GetValueOrDefault("supplier")), ("yen", about.GetValueOrDefault("yen")));

    private Task<Answer<T>> Get<T>(string path, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Get, path, Token, null, stop);

    private async Task<Answer<T>> Post<T>(string path, object body, CancellationToken stop) where T : class {
        using var content = JsonContent.Create(body, body.GetType());
        return await cloud.Ask<T>(HttpMethod.Post, path, Token, content, stop);
    }

    private async Task<Answer<T>> Send<T>(string path, Stream content, CancellationToken stop) where T : class {
        using var body = new StreamContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await cloud.Ask<T>(HttpMethod.Post, path, Token, body, stop);
    }
}
