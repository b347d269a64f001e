namespace ClaimsCloud.Edge;

/// <summary>The last step of the move to another PC: a new key for the new place. From then on the old PC is known to nobody.</summary>
internal static class Takeover {
    /// <exception cref="InvalidOperationException">A folder is missing (one that the old PC had and this one names otherwise, too), or the bundle is older than another move; the message is for the person at the PC.</exception>
    /// <exception cref="HttpRequestException">The cloud could not be reached: run it again.</exception>
    public static async Task Run(string dataFolder, string terminalOut, string terminalIn, string? careOut, string? careIn, CancellationToken stop) {
        using var claim = PrivateFolder.Claim(dataFolder);
        var settings = EdgeSettings.Load(dataFolder) with { TerminalOut = Path.GetFullPath(terminalOut), TerminalIn = Path.GetFullPath(terminalIn) };
        if (careOut is not null) settings = settings with { CareOut = Path.GetFullPath(careOut), CareIn = careIn is null ? null : Path.GetFullPath(careIn) };
        if (settings.Folders.FirstOrDefault(f => !Directory.Exists(f)) is { } missing) throw new InvalidOperationException($"フォルダー {missing} がありません。");
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
