using System.CommandLine;

namespace ClaimsCloud.Edge.Commands;

internal static class DataFolder {
    /// <summary>Where an installed connector keeps its things when nobody says otherwise.</summary>
    public static string Installed => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "ClaimsCloud", "Edge") : "/var/lib/claims-edge";

    public static Option<DirectoryInfo> Option() => new("--data") { Description = $"コネクターの作業フォルダー（省略時 {Installed}）。", DefaultValueFactory = _ => new DirectoryInfo(Installed) };

    /// <summary>Runs a command and turns what a person can mend into its sentence.</summary>
    /// <returns>0, or 1 with the sentence on the error output.</returns>
    public static async Task<int> Saying(Func<Task> work) {
        try {
            await work();
            return 0;
        } catch (HttpRequestException e) {
            await Console.Error.WriteLineAsync($"クラウドに接続できません。「claims-edge probe」で原因を調べてください。（{e.StatusCode?.ToString() ?? e.HttpRequestError.ToString()}）");
        } catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException) {
            await Console.Error.WriteLineAsync(e.Message);
        }
        return 1;
    }
}
