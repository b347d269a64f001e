using System.Text.Json;
using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Returns;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns.Work;

namespace ClaimsCloud.Application.Privacy;

/// <summary>Everything of a station that is about patients. A new kind of data about patients belongs in here; a test looks for what is not.</summary>
internal sealed class Holdings(TenantScope tenant, IReadOnlyList<string> blobs) {
    public static async Task<IReadOnlyList<Holding>> Of(TenantScope tenant, CancellationToken stop) {
        // Once: a store may look at every name for each list.
        var blobs = await tenant.Blobs.List("", stop);
        var all = new Holdings(tenant, blobs);
        List<Holding> named = [.. await all.Records(stop), .. await all.Imports(stop), .. await all.Checks(stop), .. await all.Claims(stop), .. await all.Returned(stop)];
        return [.. named, .. await Strays.Of(blobs, named, tenant, stop)];
    }

    /// <summary>A patient's records of all months are one: they are complete when the last month is.</summary>
    private async Task<List<Holding>> Records(CancellationToken stop) {
        var patients = new Dictionary<string, (DateOnly Last, bool Care)>(StringComparer.Ordinal);
        await foreach (var month in tenant.Documents.All(CareMonth.Kind, CareMonth.ByMonth, IndexRange.All, stop)) {
            var last = MonthReads.Parse(month.Id)!.Value.Plus(1).FirstDay.AddDays(-1);
            foreach (var sheet in (await tenant.Sheets(month.Id, stop)).Select(s => s.Value).Where(s => !s.IsStation))
                patients[sheet.Patient] = (last, patients.GetValueOrDefault(sheet.Patient).Care || sheet.Rows.Any(r => r.Table == "careInsurances"));
        }
        return [.. patients.Select(p => new Holding(p.Value.Care ? RetentionTable.CareVisits : RetentionTable.Visits, PatientMark.Of(p.Key), p.Value.Last) { Patient = p.Key })];
    }

    private async Task<List<Holding>> Imports(CancellationToken stop) {
        var found = new List<Holding>();
        foreach (var id in blobs.Where(b => b.StartsWith("care-imports/", StringComparison.Ordinal)).Select(b => b.Split('/')[1]).Distinct())
            if (await tenant.Documents.Get(MonthImport.Kind, id, stop) is { Value: var import })
                found.Add(new(RetentionTable.Imports, id, Day(import.ReceivedAt)) { Blobs = Under($"care-imports/{id}/"), NotYet = import.State is ImportState.Done or ImportState.Refused ? null : "取り込みの途中です。" });
        return found;
    }

    private async Task<List<Holding>> Checks(CancellationToken stop) {
        var found = new List<Holding>();
        await foreach (var person in tenant.Documents.All(EligibilityPerson.Kind, EligibilityPerson.All, IndexRange.All, stop)) {
            var last = person.Value.History.Select(h => h.At).Append(person.Value.AskedAt ?? DateTimeOffset.MinValue).Max();
            found.Add(new(RetentionTable.People, person.Id, Day(last == DateTimeOffset.MinValue ? tenant.Now : last)) { Patient = person.Value.Patient });
        }
        await foreach (var ask in tenant.Documents.All(Ask.Kind, Ask.ByFile, IndexRange.All, stop))
            found.Add(new(RetentionTable.Asks, ask.Id, Day(ask.Value.At)) { Blobs = [ask.Value.Blob], Text = Text(ask.Value), NotYet = ask.Value.State == AskState.Open ? "回答を待っています。" : null });
        await foreach (var answer in tenant.Documents.All(AnswerFile.Kind, AnswerFile.ByReceipt, IndexRange.All, stop))
            found.Add(new(RetentionTable.Answers, answer.Id, Day(answer.Value.ReceivedAt)) { Blobs = [answer.Value.Blob], Text = Text(answer.Value) });
        return found;
    }

    private async Task<List<Holding>> Claims(CancellationToken stop) {
        var found = new List<Holding>();
        await foreach (var file in tenant.Documents.All(ClaimFile.Kind, ClaimFile.ByReceipt, IndexRange.All, stop))
            if (file.Value.RetiredAt is null) found.Add(new(RetentionTable.ClaimFiles, file.Id, Day(file.Value.Chain[^1].CloudTime)) {
                Blobs = Under($"claim-files/{file.Id}/"),
                NotYet = file.Value.State == ClaimFileState.Confirmed || file.Value.Seal is null && file.Value.State is not (ClaimFileState.Received or ClaimFileState.Checking) ? null : "請求の流れが終わっていません。",
            });
        await foreach (var build in tenant.Documents.All(ClaimBuild.Kind, ClaimBuild.ByMonth, IndexRange.All, stop))
            found.Add(new(RetentionTable.Builds, build.Id, Day(build.Value.StartedAt)) { Blobs = Under(ClaimBuild.RowsFolder(build.Id)), NotYet = build.Value.State == ClaimBuildState.Done ? null : "作成が終わっていません。" });
        return found;
    }

    private async Task<List<Holding>> Returned(CancellationToken stop) {
        var found = new List<Holding>();
        await foreach (var file in tenant.Documents.All(ReturnFile.DocumentKind, ReturnFile.ByReceipt, IndexRange.All, stop))
            found.Add(new(RetentionTable.ReturnFiles, file.Id, Day(file.Value.ReceivedAt)) { Blobs = [file.Value.Blob], Text = Text(file.Value) });
        await foreach (var item in tenant.Documents.All(ReturnItem.Kind, ReturnItem.ByReceipt, IndexRange.All, stop))
            found.Add(new(RetentionTable.ReturnItems, item.Id, Day(item.Value.ReceivedAt)) { Text = Text(item.Value), NotYet = item.Value.Work.State.IsAtRisk() ? "返戻の作業が終わっていません。" : null });
        await foreach (var answers in tenant.Documents.All(CareAnswers.Kind, CareAnswers.ByReview, IndexRange.All, stop))
            found.Add(new(RetentionTable.CareAnswers, answers.Id, Day(answers.Value.ReceivedAt)) { Text = Text(answers.Value) });
        return found;
    }

    private string[] Under(string folder) => [.. blobs.Where(b => b.StartsWith(folder, StringComparison.Ordinal))];

    private static string Text<T>(T document) => JsonSerializer.Serialize(document, Json.Options);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.InJapan());
}
