using ClaimsCloud.Portal;

var settings = new ConfigurationBuilder().AddEnvironmentVariables("CLAIMSCLOUD_").AddCommandLine(args).Build();
await using var host = PortalHost.Build(new(Setting("Url"), new(Setting("Functions")), await File.ReadAllTextAsync(Setting("GatewayPublicKeyFile"))) {
    Collector = settings["Collector"] is { Length: > 0 } collector ? new(collector) : null,
});
await host.App.RunAsync();

string Setting(string name) => settings[name] ?? throw new InvalidOperationException($"Setting {name} is missing (--{name} or CLAIMSCLOUD_{name}).");
