using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Testing.Oqs;

/// <summary>A connector that always works, between a cloud and a simulated terminal: what a test of the cloud needs of a site.</summary>
public sealed class OqsSite(HttpClient edge, OqsSimulator terminal, TimeProvider time) {
    /// <summary>Places what is due, lets the terminal look, brings up what it wrote.</summary>
    /// <returns>Requests that were placed.</returns>
    public async Task<int> Exchange() {
        var request = new WorkRequest("1.0.0", 0, 0, [], 0, Does: [JobKind.ClaimFile, JobKind.Eligibility]);
        using var answer = await edge.PostAsJsonAsync(EdgeRoutes.Work, request);
        var jobs = (await answer.Content.ReadFromJsonAsync<WorkAnswer>())!.Jobs.Where(j => j.Kind == JobKind.Eligibility).ToList();
        foreach (var job in jobs) {
            var content = await edge.GetByteArrayAsync(EdgeRoutes.JobContent.Replace("{jobId}", job.JobId, StringComparison.Ordinal));
            await Report(job, JobEventKind.Fetched);
            await File.WriteAllBytesAsync(Path.Combine(terminal.Req, job.FileName), content);
            await Report(job, JobEventKind.Placed);
        }
        terminal.Look();
        foreach (var path in Directory.GetFiles(terminal.Res).Concat(Directory.GetFiles(terminal.Face)).Order(StringComparer.Ordinal)) {
            // Beside an .err lies the request itself.
            if (!(path.EndsWith(".xml", StringComparison.Ordinal) && Path.GetFileName(path).Contains("req_", StringComparison.Ordinal))) await BringUp(Path.GetFileName(path), await File.ReadAllBytesAsync(path));
            File.Delete(path);
        }
        return jobs.Count;
    }

    private async Task BringUp(string name, byte[] bytes) {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name + sha256)));
        using var answer = await edge.PostAsync($"edge/files/{key}?name={Uri.EscapeDataString(name)}&sha256={sha256}", new ByteArrayContent(bytes));
        answer.EnsureSuccessStatusCode();
    }

    private async Task Report(EdgeJob job, JobEventKind kind) {
        using var answer = await edge.PostAsJsonAsync(EdgeRoutes.JobEvents.Replace("{jobId}", job.JobId, StringComparison.Ordinal), new JobEvent($"{job.JobId}.{kind}", kind, job.Sha256, time.GetUtcNow(), null));
        answer.EnsureSuccessStatusCode();
    }
}
