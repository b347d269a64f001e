using ClaimsCloud.Functions;

var settings = new ConfigurationBuilder().AddEnvironmentVariables("CLAIMSCLOUD_").AddCommandLine(args).Build();
await using var host = FunctionsHost.Build(new(Setting("DataFolder"), Setting("Url"),
    await File.ReadAllTextAsync(Setting("GatewayPublicKeyFile")), await File.ReadAllTextAsync(Setting("EdgeTokenKeyFile"))));
await host.App.RunAsync();

string Setting(string name) => settings[name] ?? throw new InvalidOperationException($"Setting {name} is missing (--{name} or CLAIMSCLOUD_{name}).");
