using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Journey;

/// <summary>The calls of the portal and of a connector, as intentions.</summary>
internal static class Calls {
    public static async Task<ClaimFileRow> Upload(this HttpClient biller, byte[] file, string name = "RECEIPTH.UKE") {
        using var answer = await biller.PostAsync($"{PortalRoutes.ClaimFiles}?name={Uri.EscapeDataString(name)}", new ByteArrayContent(file));
        return await Read<ClaimFileRow>(answer);
    }

    public static Task<ClaimFileDetail> File(this HttpClient biller, string fileId) => Get<ClaimFileDetail>(biller, $"{PortalRoutes.ClaimFiles}/{fileId}");

    public static Task<ClaimFileDetail> FileWhen(this HttpClient biller, string fileId, params ClaimFileState[] states) =>
        Eventually.Get($"claim file {fileId} is {string.Join(" or ", states)}", async () => {
            var file = await biller.File(fileId);
            return states.Contains(file.File.State) ? file : null;
        });

    public static async Task<ClaimFileRow> UploadAndCheck(this HttpClient biller, byte[] file, string name = "RECEIPTH.UKE") {
        var row = await biller.Upload(file, name);
        return (await biller.FileWhen(row.FileId, ClaimFileState.Checked)).File;
    }

    public static async Task<ClaimFileDetail> Seal(this HttpClient biller, string fileId, string? whyAgain = null) {
        using var answer = await biller.PostAsJsonAsync($"{PortalRoutes.ClaimFiles}/{fileId}/seal", new SealRequest(whyAgain));
        return await Read<ClaimFileDetail>(answer);
    }

    public static Task<Page<ClaimRow>> Claims(this HttpClient biller, string fileId, string query = "") =>
        Get<Page<ClaimRow>>(biller, $"{PortalRoutes.ClaimFiles}/{fileId}/claims{query}");

    public static Task<Page<FindingRow>> Findings(this HttpClient biller, string fileId, string query = "") =>
        Get<Page<FindingRow>>(biller, $"{PortalRoutes.ClaimFiles}/{fileId}/findings{query}");

    public static Task<Page<ReturnFileRow>> ReturnFiles(this HttpClient biller) => Get<Page<ReturnFileRow>>(biller, PortalRoutes.ReturnFiles);

    public static Task<ReturnFileRow> ReturnFile(this HttpClient biller, string contentKey) => biller.ReturnFile(contentKey, _ => true);

    public static Task<ReturnFileRow> ReturnFile(this HttpClient biller, string contentKey, Func<ReturnFileRow, bool> when) =>
        Eventually.Get($"return file {contentKey} is listed as expected", async () => (await biller.ReturnFiles()).Items.FirstOrDefault(f => f.ReturnFileId == contentKey && when(f)));

    public static async Task<WorkAnswer> Work(this HttpClient device, int waitSeconds = 0, params string[] alarms) {
        using var answer = await device.PostAsJsonAsync(EdgeRoutes.Work, new WorkRequest("1.0.0", 0, 12, alarms, waitSeconds));
        return await Read<WorkAnswer>(answer);
    }

    public static Task<HttpResponseMessage> Report(this HttpClient device, string jobId, JobEvent happened) =>
        device.PostAsJsonAsync($"edge/jobs/{jobId}/events", happened);

    public static async Task<EdgeReceipt> Report(this HttpClient device, EdgeJob job, JobEventKind kind, DateTimeOffset at) {
        using var answer = await device.Report(job.JobId, new($"{job.JobId}-{kind}", kind, kind == JobEventKind.Refused ? null : job.Sha256, at, kind == JobEventKind.Refused ? "folder-missing" : null));
        return await Read<EdgeReceipt>(answer);
    }

    public static Task<HttpResponseMessage> TrySend(this HttpClient device, string contentKey, string name, byte[] bytes, string? sha256 = null) =>
        device.PostAsync($"edge/files/{contentKey}?name={Uri.EscapeDataString(name)}&sha256={sha256 ?? Hash(bytes)}", new ByteArrayContent(bytes));

    public static async Task<EdgeReceipt> Send(this HttpClient device, string contentKey, string name, byte[] bytes) {
        using var answer = await device.TrySend(contentKey, name, bytes);
        return await Read<EdgeReceipt>(answer);
    }

    /// <summary>Brings a sealed file onto the terminal, with every event a connector reports.</summary>
    public static async Task<EdgeJob> PlaceSealed(this HttpClient device, DateTimeOffset at) {
        var job = Assert.Single((await device.Work()).Jobs);
        foreach (var kind in (JobEventKind[])[JobEventKind.Fetched, JobEventKind.Placed, JobEventKind.SeenUnchanged]) await device.Report(job, kind, at);
        return job;
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static async Task<T> Get<T>(this HttpClient client, string address) {
        using var answer = await client.GetAsync(address);
        return await Read<T>(answer);
    }

    public static async Task<T> Read<T>(this Task<HttpResponseMessage> call) {
        using var answer = await call;
        return await Read<T>(answer);
    }

    public static async Task<Refusal> Refusal(this Task<HttpResponseMessage> call) {
        using var answer = await call;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var refusal = await answer.Content.ReadFromJsonAsync<Refusal>() ?? throw new InvalidOperationException("no refusal");
        Assert.Equal((int)answer.StatusCode, refusal.Status);
        return refusal;
    }

    private static async Task<T> Read<T>(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        ? await answer.Content.ReadFromJsonAsync<T>() ?? throw new InvalidOperationException("null answered")
        : throw new HttpRequestException($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.AbsolutePath}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}", null, answer.StatusCode);
}
