using System.Net;
using System.Net.Http.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>Makes this PC a known device with a one-time code. Repeating it with the same code is harmless: the key is the same.</summary>
public static class Enrolment {
    /// <exception cref="InvalidOperationException">The cloud refused the code, or a folder is missing; the message is for the person at the PC.</exception>
    /// <exception cref="HttpRequestException">The cloud could not be reached.</exception>
    public static async Task<EdgeSettings> Enrol(Uri cloud, string code, string deviceName, string dataFolder, string terminalOut, string terminalIn, CancellationToken stop) {
        foreach (var folder in (string[])[terminalOut, terminalIn])
            if (!Directory.Exists(folder)) throw new InvalidOperationException($"フォルダー {folder} がありません。");
        using var claim = PrivateFolder.Claim(PrivateFolder.Open(dataFolder));
        using var key = DeviceKey.LoadOrCreate(dataFolder);
        using var http = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = cloud };
        using var answer = await http.PostAsJsonAsync(EdgeRoutes.Enrol, new EnrolRequest(code, key.PublicKey, deviceName), stop);
        if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.Gone)
            throw new InvalidOperationException("登録コードが正しくないか、期限が切れたか、使用済みです。画面で新しいコードを発行してください。");
        answer.EnsureSuccessStatusCode();
        var enrolled = await answer.Content.ReadFromJsonAsync<EnrolAnswer>(stop) ?? throw new HttpRequestException("the answer is empty");
        var settings = new EdgeSettings(cloud, enrolled.DeviceId, enrolled.StationName, Path.GetFullPath(terminalOut), Path.GetFullPath(terminalIn));
        settings.Save(dataFolder);
        return settings;
    }
}
