using System.Text.Json;

namespace ClaimsCloud.Edge;

/// <summary>What enrolment fixed, kept as <c>settings.json</c> in the data folder. It holds no secret.</summary>
/// <param name="TerminalOut">Folder of the designated terminal into which files for オンライン請求 are placed.</param>
/// <param name="TerminalIn">Folder into which a person saves lists and downloads.</param>
public sealed record EdgeSettings(Uri Cloud, string DeviceId, string StationName, string TerminalOut, string TerminalIn) {
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    /// <exception cref="InvalidOperationException">The folder holds no settings: the connector is not enrolled.</exception>
    public static EdgeSettings Load(string dataFolder) {
        var path = PathIn(dataFolder);
        if (!File.Exists(path)) throw new InvalidOperationException("登録されていません。先に enrol を実行してください。");
        return JsonSerializer.Deserialize<EdgeSettings>(File.ReadAllBytes(path)) ?? throw new InvalidDataException($"{path} is empty");
    }

    internal void Save(string dataFolder) => DurableFiles.WriteSecret(PathIn(dataFolder), JsonSerializer.SerializeToUtf8Bytes(this, Format));

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "settings.json");
}
