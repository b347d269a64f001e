using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page can read and do with months, one method a route of <see cref="MonthRoutes"/> and <see cref="ClaimBuildRoutes"/>.</summary>
internal sealed class MonthsApi(CloudConnection cloud, IHttpContextAccessor call) {
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Task<Answer<MonthRow[]>> Months(CancellationToken stop) => Get<MonthRow[]>(MonthRoutes.Months, stop);

    public Task<Answer<MonthRow>> Month(string month, CancellationToken stop) => Get<MonthRow>(Paths.Fill(MonthRoutes.Month, month), stop);

    public Task<Answer<MonthRow>> Open(string month, string? from, CancellationToken stop) => Post<MonthRow>(Paths.Fill(MonthRoutes.Month, month), new OpenMonth(from), stop);

    public Task<Answer<Page<PatientRow>>> Patients(string month, string? search, int page, CancellationToken stop) =>
        Get<Page<PatientRow>>(Paths.Query(Paths.Fill(MonthRoutes.Patients, month), ("search", search), ("page", Number(page))), stop);

    public Task<Answer<SheetDetail>> Sheet(string month, string? patient, CancellationToken stop) =>
        Get<SheetDetail>(Paths.Query(Paths.Fill(MonthRoutes.Sheet, month), ("patient", patient)), stop);

    public Task<Answer<RowForm>> Row(string month, string table, string? patient, string? key, CancellationToken stop) =>
        Get<RowForm>(Paths.Query(Paths.Fill(MonthRoutes.Row, month), ("table", table), ("patient", patient), ("key", key)), stop);

    public Task<Answer<RowOutcome>> Save(string month, SaveRow row, CancellationToken stop) => Change(Paths.Fill(MonthRoutes.Row, month), row, stop);

    public Task<Answer<RowOutcome>> Delete(string month, DeleteRow row, CancellationToken stop) => Change(Paths.Fill(MonthRoutes.RowDeletion, month), row, stop);

    public Task<Answer<Page<MonthFindingRow>>> Findings(string month, string? search, int page, CancellationToken stop) =>
        Get<Page<MonthFindingRow>>(Paths.Query(Paths.Fill(MonthRoutes.Findings, month), ("search", search), ("page", Number(page))), stop);

    public Task<Answer<MonthEditPage>> Edits(string month, string? patient, string? after, CancellationToken stop) =>
        Get<MonthEditPage>(Paths.Query(Paths.Fill(MonthRoutes.Edits, month), ("patient", patient), ("after", after)), stop);

    public async Task<Answer<ImportDetail>> Upload(string month, string name, Stream content, CancellationToken stop) {
        using var body = new StreamContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await cloud.Ask<ImportDetail>(HttpMethod.Post, Paths.Query(Paths.Fill(MonthRoutes.Imports, month), ("name", name)), Token, body, stop);
    }

    public Task<Answer<ImportDetail>> Import(string month, string importId, CancellationToken stop) => Get<ImportDetail>(Paths.Fill(MonthRoutes.Import, month, importId), stop);

    public Task<Answer<Page<ImportRow>>> ImportRows(string month, string importId, string? search, int page, CancellationToken stop) =>
        Get<Page<ImportRow>>(Paths.Query(Paths.Fill(MonthRoutes.ImportRows, month, importId), ("search", search), ("page", Number(page))), stop);

    public Task<Answer<Page<MonthFindingRow>>> ImportFindings(string month, string importId, string? search, int page, CancellationToken stop) =>
        Get<Page<MonthFindingRow>>(Paths.Query(Paths.Fill(MonthRoutes.ImportFindings, month, importId), ("search", search), ("page", Number(page))), stop);

    /// <summary>The month as a file; the caller disposes the answer.</summary>
    public Task<Answer<HttpResponseMessage>> Bundle(string month, string? form, CancellationToken stop) => cloud.Open(Paths.Query(Paths.Fill(MonthRoutes.Bundle, month), ("form", form)), Token, stop);

    public Task<Answer<MonthRow>> Lock(string month, CancellationToken stop) => cloud.Ask<MonthRow>(HttpMethod.Post, Paths.Fill(MonthRoutes.Lock, month), Token, null, stop);

    public Task<Answer<MonthRow>> Unlock(string month, string reason, CancellationToken stop) => Post<MonthRow>(Paths.Fill(MonthRoutes.Unlock, month), new UnlockMonth(reason), stop);

    public Task<Answer<ClaimBuildDetail>> MakeFiles(string month, string? only, CancellationToken stop) => cloud.Ask<ClaimBuildDetail>(HttpMethod.Post, Paths.Query(Paths.Fill(ClaimBuildRoutes.Builds, month), ("only", only)), Token, null, stop);

    public Task<Answer<ClaimBuildDetail[]>> Builds(string month, CancellationToken stop) => Get<ClaimBuildDetail[]>(Paths.Fill(ClaimBuildRoutes.Builds, month), stop);

    public Task<Answer<ClaimBuildDetail>> Build(string month, string buildId, CancellationToken stop) => Get<ClaimBuildDetail>(Paths.Fill(ClaimBuildRoutes.Build, month, buildId), stop);

    public Task<Answer<Page<BuiltPatientRow>>> BuiltPatients(string month, string buildId, string? search, int page, CancellationToken stop) =>
        Get<Page<BuiltPatientRow>>(Paths.Query(Paths.Fill(ClaimBuildRoutes.Patients, month, buildId), ("search", search), ("page", Number(page))), stop);

    public Task<Answer<Page<MonthFindingRow>>> BuildFindings(string month, string buildId, string? search, int page, CancellationToken stop) =>
        Get<Page<MonthFindingRow>>(Paths.Query(Paths.Fill(ClaimBuildRoutes.Findings, month, buildId), ("search", search), ("page", Number(page))), stop);

    public Task<Answer<InvoiceDetail[]>> Invoices(string month, string buildId, string patient, CancellationToken stop) =>
        Get<InvoiceDetail[]>(Paths.Query(Paths.Fill(ClaimBuildRoutes.Invoices, month, buildId), ("patient", patient)), stop);

    /// <summary>Empty for a claim that was not made here.</summary>
    public Task<Answer<ReasonRow[]>> Reasons(string fileId, int number, CancellationToken stop) =>
        Get<ReasonRow[]>(Paths.Fill(ClaimBuildRoutes.Reasons, fileId, number.ToString(CultureInfo.InvariantCulture)), stop);

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");

    private Task<Answer<T>> Get<T>(string path, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Get, path, Token, null, stop);

    private async Task<Answer<T>> Post<T>(string path, object body, CancellationToken stop) where T : class {
        using var content = JsonContent.Create(body, body.GetType(), options: Json);
        return await cloud.Ask<T>(HttpMethod.Post, path, Token, content, stop);
    }

    private async Task<Answer<RowOutcome>> Change(string path, object body, CancellationToken stop) {
        using var content = JsonContent.Create(body, body.GetType(), options: Json);
        return await cloud.AskUnlessWrong<RowSaved, RowProblems, RowOutcome>(path, Token, content, saved => new(saved, []), wrong => new(null, wrong.Problems), stop);
    }

    private static string? Number(int page) => page <= 1 ? null : page.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Saved">Null when the values cannot stand; <paramref name="Problems"/> then say why.</param>
internal sealed record RowOutcome(RowSaved? Saved, IReadOnlyList<MonthFindingRow> Problems);
