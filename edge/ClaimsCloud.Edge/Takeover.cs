namespace ClaimsCloud.Edge;

/// <summary>The last step of the move to another PC: a new key for the new place. From then on the old PC is known to nobody.</summary>
internal static class Takeover {
    /// <param name="folders">Of the new PC.</param>
    /// <exception cref="InvalidOperationException">A folder is missing, or the bundle is older than another move; the message is for the person at the PC.</exception>
    /// <exception cref="HttpRequestException">The cloud could not be reached: run it again.</exception>
    public static async Task Run(string dataFolder, MovedFolders folders, CancellationToken stop) {
        using var claim = PrivateFolder.Claim(dataFolder);
        var settings = folders.On(EdgeSettings.Load(dataFolder));
        settings.Save(dataFolder);
        using var key = DeviceKey.Load(dataFolder);
        var options = new EdgeOptions(dataFolder);
        using var line = new CloudLine(options, settings, key, settings.Way(dataFolder, options.Time));
        try {
            await new CloudLink(line).ReplaceKey(key.Next(settings.DeviceId, Place.Of(dataFolder)), stop);
        } catch (NotThisDeviceException e) when (e.Code == Standing.Moved && key.IsBeingReplaced) {
            // Either the answer to the first try was lost, or somebody else moved it: the new key tells.
            key.UseNext();
            line.ForgetToken();
            await new CloudLink(line).ReplaceKey(key.Next(settings.DeviceId, Place.Of(dataFolder)), stop);
        } catch (Exception e) when (e is CloudRefusedException or NotThisDeviceException) {
            throw new InvalidOperationException("クラウドが引っ越しを受け付けません。この引っ越し用ファイルより新しい引っ越しがあるか、登録が取り消されています。", e);
        }
        key.UseNext();
        using var ledger = new Ledger(dataFolder, _ => { });
        TerminalFolder.Accept(ledger);
        Sensors.PcHealth.Accept(ledger);
    }
}

/// <summary>Where the folders of the site are for the new PC. What is null is where the old PC had it, if it had one; then it must be there.</summary>
internal sealed record MovedFolders(string TerminalOut, string TerminalIn) {
    public string? OqsRoot { get; init; }
    public string? OqsConfig { get; init; }
    public string? CareOut { get; init; }
    public string? CareIn { get; init; }

    /// <summary>A connector that asked goes on asking, or the move says what is missing: requests that wait for nobody would be noticed on the eve of sealing.</summary>
    public EdgeSettings On(EdgeSettings old) {
        var moved = old with {
            TerminalOut = Path.GetFullPath(TerminalOut), TerminalIn = Path.GetFullPath(TerminalIn), OqsRoot = Full(OqsRoot) ?? old.OqsRoot, OqsConfig = Full(OqsConfig) ?? old.OqsConfig,
            CareOut = Full(CareOut) ?? old.CareOut, CareIn = Full(CareIn) ?? (CareOut is null ? old.CareIn : null),
        };
        if (moved.Folders.FirstOrDefault(f => !Directory.Exists(f)) is { } missing) throw new InvalidOperationException($"フォルダー {missing} がありません。");
        if (moved.OqsRoot is { } root && !new Oqs.OqsFolders(root).AreThere)
            throw new InvalidOperationException($"資格確認のフォルダー {root} に req と res がありません。--oqs に、このPCから見えるフォルダーを指定してください。");
        return moved;
    }

    private static string? Full(string? path) => path is null ? null : Path.GetFullPath(path);
}
