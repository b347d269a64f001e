using System.Net;
using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Months;

/// <summary>What a person does with a month, as intentions.</summary>
internal static class MonthCalls {
    public static Task<HttpResponseMessage> TryImport(this HttpClient biller, string month, byte[] bundle, string name = "month.json") =>
        biller.PostAsync($"months/{month}/imports?name={Uri.EscapeDataString(name)}", new ByteArrayContent(bundle));

    public static async Task<ImportDetail> Import(this HttpClient biller, string month, byte[] bundle, string name = "month.json") {
        using var answer = await biller.TryImport(month, bundle, name);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await biller.Settled((await answer.Content.ReadFromJsonAsync<ImportDetail>())!);
    }

    public static Task<ImportDetail> Settled(this HttpClient biller, ImportDetail import) => Eventually.Get($"import {import.ImportId} is at its end", async () => {
        var now = await biller.Get<ImportDetail>($"months/{import.Month}/imports/{import.ImportId}");
        return now.State is ImportState.Done or ImportState.Refused ? now : null;
    });

    public static Task<MonthRow> Month(this HttpClient biller, string month) => biller.Get<MonthRow>($"months/{month}");

    public static async Task<byte[]> Bundle(this HttpClient biller, string month, string form = "json") => await biller.GetByteArrayAsync($"months/{month}/bundle?form={form}");

    public static Task<SheetDetail> Sheet(this HttpClient biller, string month, string? patient = null) =>
        biller.Get<SheetDetail>($"months/{month}/sheet{(patient is null ? "" : $"?patient={Uri.EscapeDataString(patient)}")}");

    public static Task<RowForm> Row(this HttpClient biller, string month, string table, string? patient = null, string? key = null) =>
        biller.Get<RowForm>($"months/{month}/row?table={table}&patient={Uri.EscapeDataString(patient ?? "")}&key={Uri.EscapeDataString(key ?? "")}");

    /// <summary>Types over the form and sends it.</summary>
    public static Task<HttpResponseMessage> TrySave(this HttpClient biller, RowForm form, params (string Field, string Value)[] typed) {
        var cells = form.Fields.ToDictionary(f => f.Name, f => f.Value);
        foreach (var (field, value) in typed) cells[field] = value;
        return biller.PostAsJsonAsync($"months/{form.Month}/row", new SaveRow(form.Table, form.Patient, form.Key, form.Revision, cells));
    }

    public static async Task<RowSaved> Save(this HttpClient biller, RowForm form, params (string Field, string Value)[] typed) {
        using var answer = await biller.TrySave(form, typed);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<RowSaved>())!;
    }

    public static async Task<IReadOnlyList<MonthFindingRow>> Problems(this Task<HttpResponseMessage> call) {
        using var answer = await call;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<RowProblems>())!.Problems;
    }

    public static Task<HttpResponseMessage> TryDelete(this HttpClient biller, string month, string table, string? patient, string key, long revision) =>
        biller.PostAsJsonAsync($"months/{month}/row-deletion", new DeleteRow(table, patient, key, revision));
}
