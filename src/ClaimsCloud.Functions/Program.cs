using System.Globalization;
using ClaimsCloud.Application;
using ClaimsCloud.Functions;
using ClaimsCloud.Functions.CustomHandler;
using ClaimsCloud.Functions.Operations;

var settings = FunctionsSettings.Read(args.SkipWhile(a => !a.StartsWith('-')));
switch (args) {
    case [TenantArchiveCommand.BackUp or TenantArchiveCommand.Restore, ..]:
        return await TenantArchiveCommand.Run(args[0], settings, CancellationToken.None);
    case [StoreKeysCommand.NewKey or StoreKeysCommand.Encrypt or StoreKeysCommand.Decrypt or StoreKeysCommand.Reseal, ..]:
        return await StoreKeysCommand.Run(args[0], settings, CancellationToken.None);
    case [RemoveStationCommand.Name, ..]:
        return await RemoveStationCommand.Run(settings, Console.Out, Console.Error, TimeProvider.System, CancellationToken.None);
    case [LayoutCommand.Name, ..]:
        return await LayoutCommand.Run(settings, Console.Out, Console.Error, CancellationToken.None);
    case [ReleaseFileCommand.Sign or ReleaseFileCommand.Approve, ..]:
        return await ReleaseFileCommand.Run(args[0], settings.All, CancellationToken.None);
    case [FunctionFiles.Command, ..]:
        FunctionFiles.Write(ClaimsCloudModules.Table(), settings["Out"]);
        return 0;
}
// Given by the Functions host of Azure: then this is its custom handler.
var port = Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT");
await using var host = FunctionsHost.Build(port is null ? settings.Standalone() : settings.UnderFunctions(int.Parse(port, CultureInfo.InvariantCulture)));
if (port is not null) host.MapTriggers();
await host.App.RunAsync();
return 0;
