using Azure.Identity;
using ClaimsCloud.Functions;
using ClaimsCloud.Functions.Operations;
using ClaimsCloud.Storage.Azure;

var settings = new ConfigurationBuilder().AddEnvironmentVariables("CLAIMSCLOUD_").AddCommandLine([.. args.SkipWhile(a => !a.StartsWith('-'))]).Build();
var stores = settings["Cosmos"] is { } cosmos ? Azure(cosmos) : null;
if (args is [TenantArchiveCommand.BackUp or TenantArchiveCommand.Restore, ..])
    return await TenantArchiveCommand.Run(args[0], settings, stores, CancellationToken.None);
if (args is [ReleaseFileCommand.Sign or ReleaseFileCommand.Approve, ..]) return await ReleaseFileCommand.Run(args[0], settings, CancellationToken.None);
await using var host = FunctionsHost.Build(new(stores is null ? Setting("DataFolder") : "", Setting("Url"),
    await File.ReadAllTextAsync(Setting("GatewayPublicKeyFile")), await File.ReadAllTextAsync(Setting("EdgeTokenKeyFile")),
    (await File.ReadAllTextAsync(Setting("SecretsKeyFile"))).Trim()) {
    Stores = stores, Broker = settings["Broker"] is { } broker ? new(broker) : null,
});
await host.App.RunAsync();
return 0;

// An address instead of a connection string: the account lets the identity of this process in, and there is no key.
OpenStores Azure(string account) {
    var azure = new AzureSettings(account, Setting("Blobs"), settings["Database"] ?? "claimscloud", File.ReadAllText(Setting("BlobNamesKeyFile")).Trim()) {
        Identity = account.StartsWith("https://", StringComparison.Ordinal) ? new DefaultAzureCredential() : null,
    };
    return (time, signal) => new AzureStores(azure, time, signal);
}

string Setting(string name) => settings[name] ?? throw new InvalidOperationException($"Setting {name} is missing (--{name} or CLAIMSCLOUD_{name}).");
