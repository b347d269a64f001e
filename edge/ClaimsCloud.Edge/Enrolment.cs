using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Relay;

namespace ClaimsCloud.Edge;

/// <summary>Makes this PC a known device with a one-time code. Repeating it with the same code is harmless: the key is the same.</summary>
public static class Enrolment {
    /// <exception cref="InvalidOperationException">The cloud refused the code, or a folder is missing; the message is for the person at the PC.</exception>
    /// <exception cref="HttpRequestException">The cloud could not be reached.</exception>
    public static Task<EdgeSettings> Enrol(Uri cloud, string code, string deviceName, string dataFolder, string terminalOut, string terminalIn, CancellationToken stop) =>
        Enrol(new EdgeSettings(cloud, "", "", terminalOut, terminalIn), code, deviceName, dataFolder, stop);

    /// <param name="wished">What the person said: address, folders, line, way; device and station are filled in by the cloud.</param>
    /// <exception cref="InvalidOperationException">As above.</exception>
    /// <exception cref="HttpRequestException">As above.</exception>
    public static async Task<EdgeSettings> Enrol(EdgeSettings wished, string code, string deviceName, string dataFolder, CancellationToken stop) {
        foreach (var folder in wished.Folders)
            if (!Directory.Exists(folder)) throw new InvalidOperationException($"フォルダー {folder} がありません。");
        if (wished.OqsRoot is { } root && !new Oqs.OqsFolders(root).AreThere) throw new InvalidOperationException($"フォルダー {root} に req と res がありません。");
        using var claim = PrivateFolder.Claim(PrivateFolder.Open(dataFolder));
        using var key = DeviceKey.LoadOrCreate(dataFolder);
        using var http = new HttpClient(wished.Way(dataFolder, TimeProvider.System), disposeHandler: true) { BaseAddress = wished.Cloud };
        using var answer = await http.PostAsJsonAsync(EdgeRoutes.Enrol, new EnrolRequest(code, key.PublicKey, deviceName), stop);
        if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.Gone)
            throw new InvalidOperationException("登録コードが正しくないか、期限が切れたか、使用済みです。画面で新しいコードを発行してください。");
        answer.EnsureSuccessStatusCode();
        var enrolled = await Read(answer, stop);
        var settings = wished with {
            DeviceId = enrolled.DeviceId, StationName = enrolled.StationName, TerminalOut = Path.GetFullPath(wished.TerminalOut), TerminalIn = Path.GetFullPath(wished.TerminalIn),
            CareOut = wished.CareOut is { } care ? Path.GetFullPath(care) : null, CareIn = wished.CareIn is { } from ? Path.GetFullPath(from) : null,
        };
        settings.Save(dataFolder);
        Accept(dataFolder);
        return settings;
    }

    /// <summary>The page of a hotel's or a provider's network answers anything with 200.</summary>
    private static async Task<EnrolAnswer> Read(HttpResponseMessage answer, CancellationToken stop) {
        try {
            if (await answer.Content.ReadFromJsonAsync<EnrolAnswer>(stop) is { DeviceId.Length: > 0, StationName: not null } enrolled) return enrolled;
        } catch (JsonException) {
            // As below.
        }
        throw new InvalidOperationException("クラウドではないものが応答しました。インターネットの利用に、ログインや同意の画面がないか確かめてください。");
    }

    /// <summary>The folders and settings that are there now are meant so.</summary>
    private static void Accept(string dataFolder) {
        using var ledger = new Ledger(dataFolder, _ => { });
        TerminalFolder.Accept(ledger);
        Sensors.PcHealth.Accept(ledger);
    }
}
