using System.Net;
using ClaimsCloud.Gateway;
using ClaimsCloud.Gateway.Organisations;

var settings = new ConfigurationBuilder().AddEnvironmentVariables("CLAIMSCLOUD_").AddCommandLine(args).Build();
await using var host = GatewayHost.Build(new(Setting("Url"), new(Setting("Portal")), new(Setting("Functions")), await File.ReadAllTextAsync(Setting("SigningKeyFile"))) {
    DestinationsFile = settings["DestinationsFile"] is { Length: > 0 } places ? places : null,
    KeysFolder = settings["KeysFolder"],
    Collector = settings["Collector"] is { Length: > 0 } collector ? new(collector) : null,
    PublicAddress = settings["PublicAddress"] is { Length: > 0 } address ? new(address) : null,
    Organisations = settings["OrganisationsFile"] is { Length: > 0 } file ? Organisation.Read(file) : [],
    KnownProxies = [.. (settings["KnownProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => IPNetwork.Parse(p))],
});
await host.App.RunAsync();

string Setting(string name) => settings[name] ?? throw new InvalidOperationException($"Setting {name} is missing (--{name} or CLAIMSCLOUD_{name}).");
