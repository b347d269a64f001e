using System.Net.Http.Json;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Edge.Tests.Networks;

/// <summary>
/// The cloud of the scripts, in the system test in a network of its own, with the biller and the vendor beside it. Files tell what is there: <c>code</c>, <c>state</c>,
/// <c>programs</c>; the files <c>ask-code</c>, <c>ask-seal</c> and <c>ask-publish</c> (a release file) ask for something.
/// </summary>
internal static class CloudRole {
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static async Task<int> Run(string folder, string url, CancellationToken stop) {
        using var edgeKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var tokens = new GatewayTokens();
        await using var host = FunctionsHost.Build(new(Path.Combine(folder, "cloud"), url, tokens.PublicKeyPem, edgeKey.ExportPkcs8PrivateKeyPem(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))) { Logging = logging => logging.ClearProviders() });
        await host.App.StartAsync(stop);
        var opened = await host.OpenStation(new("いぶき訪問看護ステーション", "9990018", "biller", "請求 花子", HarnessStation.Password), stop);
        if (!opened.Succeeded(out var station, out var refusal)) throw new InvalidOperationException(refusal.Title);
        using var biller = new HttpClient(new Signed(() => tokens.Make(TimeProvider.System.GetUtcNow(), station.PersonId, InternalToken.BillerRole, station.Tenant.Value))) { BaseAddress = host.Address };

        using var desk = new HttpClient(new Signed(() => tokens.Make(TimeProvider.System.GetUtcNow(), "desk", InternalToken.EngineerRole, null))) { BaseAddress = host.Address };

        string? file = null;
        while (!stop.IsCancellationRequested) {
            if (Asked(folder, "code")) Say(folder, "code", (await (await biller.PostAsync(PortalRoutes.EnrolmentCodes, null, stop)).Content.ReadFromJsonAsync<EnrolmentCode>(stop))!.Code);
            if (Asked(folder, "seal")) {
                using var uploaded = await biller.PostAsync($"{PortalRoutes.ClaimFiles}?name=RECEIPTH.UKE", new ByteArrayContent(UkeText.Sample("demo-station-a")), stop);
                file = (await uploaded.Content.ReadFromJsonAsync<ClaimFileRow>(stop))!.FileId;
                while (!(await Detail(biller, file, stop)).Sealable) await Task.Delay(Look, stop);
                (await biller.PostAsync(PortalRoutes.Seal.Replace("{fileId}", file, StringComparison.Ordinal), null, stop)).EnsureSuccessStatusCode();
            }
            var release = Path.Combine(folder, "ask-publish");
            if (File.Exists(release)) {
                (await desk.PostAsync(PortalRoutes.DeskReleases, new ByteArrayContent(await File.ReadAllBytesAsync(release, stop)), stop)).EnsureSuccessStatusCode();
                File.Delete(release);
            }
            var connectors = (await biller.GetFromJsonAsync<List<ConnectorRow>>(PortalRoutes.Connectors, stop))!;
            Say(folder, "programs", string.Concat(connectors.Select(c => $"{c.Name} {c.Version} {c.Program?.RolledBack ?? "-"}\n")));
            var returns = (await biller.GetFromJsonAsync<Page<ReturnFileRow>>(PortalRoutes.ReturnFiles, stop))!;
            Say(folder, "state", $"{(file is null ? "None" : (await Detail(biller, file, stop)).File.State)} {string.Join(' ', returns.Items.Select(r => r.Sha256))}");
            await Task.Delay(Look, stop);
        }
        return 0;
    }

    private static async Task<ClaimFileDetail> Detail(HttpClient biller, string file, CancellationToken stop) =>
        (await biller.GetFromJsonAsync<ClaimFileDetail>(PortalRoutes.ClaimFile.Replace("{fileId}", file, StringComparison.Ordinal), stop))!;

    private static bool Asked(string folder, string what) {
        var path = Path.Combine(folder, $"ask-{what}");
        if (!File.Exists(path)) return false;
        File.Delete(path);
        return true;
    }

    private static void Say(string folder, string what, string text) {
        File.WriteAllText(Path.Combine(folder, what + ".part"), text);
        File.Move(Path.Combine(folder, what + ".part"), Path.Combine(folder, what), overwrite: true);
    }

    private sealed class Signed(Func<string> token) : DelegatingHandler(new SocketsHttpHandler()) {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) {
            request.Headers.Authorization = new("Bearer", token());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
