using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimsCloud.Application;
using ClaimsCloud.Functions.CustomHandler;
using ClaimsCloud.Storage.Azure.Tests.Servers;

namespace ClaimsCloud.Storage.Azure.Tests.Infra;

/// <summary>What a security officer would look for in <c>infra/</c>. No Bicep compiler: types and what-if are the deployer's pipeline's.</summary>
public sealed partial class InfraTests(BicepTree tree) {
    private const string Cosmos = "Microsoft.DocumentDB/databaseAccounts", Storage = "Microsoft.Storage/storageAccounts", Vault = "Microsoft.KeyVault/vaults", Site = "Microsoft.Web/sites",
        Registry = "Microsoft.ContainerRegistry/registries", App = "Microsoft.App/containerApps";

    [Fact]
    public void Every_file_is_Bicep() => Assert.All(tree.Files(), file => Assert.Empty(file.Value.GetProperty("errors").EnumerateArray().Select(e => e.GetString())));

    [Fact]
    public void Every_module_is_given_what_it_asks_for_and_nothing_else() {
        var files = tree.Files();
        foreach (var (file, content) in files)
            foreach (var module in content.GetProperty("modules").EnumerateObject()) {
                var path = Path.GetRelativePath(BicepTree.Folder, Path.GetFullPath(Path.Combine(BicepTree.Folder, Path.GetDirectoryName(file)!, module.Value.GetProperty("path").GetString()!))).Replace('\\', '/');
                var asked = files[path].GetProperty("params").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
                var given = module.Value.GetProperty("body").GetProperty("params").EnumerateObject().Select(p => p.Name).ToHashSet();
                Assert.True(given.IsSubsetOf(asked.Keys), $"{file} gives {module.Name} what {path} does not ask for");
                Assert.True(asked.Where(p => !p.Value.Contains('=', StringComparison.Ordinal)).All(p => given.Contains(p.Key)), $"{file} does not give {module.Name} all that {path} asks for");
            }
    }

    [Theory]
    [InlineData(Cosmos, "properties.disableLocalAuth", "true")]
    [InlineData(Cosmos, "properties.publicNetworkAccess", "\"Disabled\"")]
    [InlineData(Cosmos, "properties.minimalTlsVersion", "\"Tls12\"")]
    [InlineData(Cosmos, "properties.consistencyPolicy.defaultConsistencyLevel", "\"Strong\"")]
    [InlineData(Cosmos, "properties.backupPolicy.type", "\"Continuous\"")]
    [InlineData(Storage, "properties.minimumTlsVersion", "\"TLS1_2\"")]
    [InlineData(Storage, "properties.allowSharedKeyAccess", "false")]
    [InlineData(Storage, "properties.allowBlobPublicAccess", "false")]
    [InlineData(Storage, "properties.publicNetworkAccess", "\"Disabled\"")]
    [InlineData(Storage, "properties.networkAcls.defaultAction", "\"Deny\"")]
    [InlineData(Vault, "properties.enableRbacAuthorization", "true")]
    [InlineData(Vault, "properties.enablePurgeProtection", "true")]
    [InlineData(Vault, "properties.publicNetworkAccess", "\"Disabled\"")]
    [InlineData(Registry, "properties.adminUserEnabled", "false")]
    [InlineData(Registry, "properties.publicNetworkAccess", "\"Disabled\"")]
    [InlineData(Site, "properties.httpsOnly", "true")]
    [InlineData(Site, "properties.publicNetworkAccess", "\"Disabled\"")]
    [InlineData(Site, "properties.siteConfig.minTlsVersion", "\"1.2\"")]
    [InlineData(Site, "properties.siteConfig.ftpsState", "\"Disabled\"")]
    [InlineData(Site, "properties.functionAppConfig.runtime.name", "\"custom\"")]
    [InlineData(Site, "properties.functionAppConfig.runtime.version", "\"1.0\"")]
    [InlineData(Site, "properties.functionAppConfig.deployment.storage.authentication.type", "\"UserAssignedIdentity\"")]
    [InlineData(Site, "identity.type", "\"UserAssigned\"")]
    [InlineData(App, "identity.type", "\"UserAssigned\"")]
    [InlineData(App, "properties.configuration.ingress.allowInsecure", "false")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "properties.isVersioningEnabled", "true")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "properties.deleteRetentionPolicy.enabled", "true")]
    [InlineData("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "properties.allow", "false")]
    [InlineData("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "true")]
    [InlineData("Microsoft.Insights/components", "properties.DisableLocalAuth", "true")]
    public void Every_resource_of_a_kind_has_what_it_must_have(string type, string path, string value) {
        var all = tree.Resources().Where(r => r.Type == type).ToList();
        Assert.NotEmpty(all);
        Assert.All(all, r => Assert.True(BicepTree.At(r.Body, path) == value, $"{r.File} {r.Symbol}: {path} is {BicepTree.At(r.Body, path)}"));
    }

    [Fact]
    public void The_files_of_claims_are_versioned_and_immutable_and_encrypted_twice() {
        var data = Assert.Single(tree.Resources(), r => r.Type == Storage && r.Symbol == "data").Body;
        Assert.Equal("true", BicepTree.At(data, "properties.immutableStorageWithVersioning.enabled"));
        Assert.Equal("true", BicepTree.At(data, "properties.encryption.requireInfrastructureEncryption"));
        Assert.Equal("true", BicepTree.At(data, "properties.supportsHttpsTrafficOnly"));
    }

    [Fact]
    public void Only_the_gateway_can_be_called_from_outside() =>
        Assert.Equal(["gatewayApp"], tree.Resources().Where(r => r.Type == App && BicepTree.At(r.Body, "properties.configuration.ingress.external") != "false").Select(r => r.Symbol));

    [Fact]
    public void Whatever_holds_data_or_secrets_has_a_private_endpoint_in_the_same_file() {
        foreach (var r in tree.Resources().Where(r => r.Type is Cosmos or Storage or Vault or Registry or Site))
            Assert.Contains(tree.Files()[r.File].GetProperty("modules").EnumerateObject(), m =>
                m.Value.GetProperty("path").GetString() == "endpoint.bicep" && BicepTree.At(m.Value.GetProperty("body"), "params.target.expression") == $"\"{r.Symbol}.id\"");
    }

    [Fact]
    public void No_template_reads_a_key_or_hands_out_a_secret() {
        foreach (var (file, content) in tree.Files()) {
            var text = File.ReadAllText(Path.Combine(BicepTree.Folder, file));
            Assert.DoesNotMatch(Keys(), text);
            foreach (var output in content.GetProperty("outputs").EnumerateObject())
                // The telemetry's address: with local authentication off it lets nobody in.
                Assert.True(!Secret().IsMatch(output.Value.GetString()!) || output.Name == "telemetry", $"{file} hands out {output.Name}");
        }
        Assert.DoesNotContain("telemetry", tree.Files()["main.bicep"].GetProperty("outputs").EnumerateObject().Select(o => o.Name));
    }

    [Fact]
    public void Every_role_is_one_of_a_short_list_and_stands_on_one_resource() {
        string[] allowed = ["ba92f5b4-2d11-453d-a403-e96b0029c9fe", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "974c5e8b-45b9-4653-ba55-5f855dd0fb88", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
            "4633458b-17de-408a-b874-0445c86b69e6", "7f951dda-4ed3-4680-a7ca-43fe172d538d", "3913510d-42f4-4e42-8a64-420c390055eb"];
        Assert.All(tree.Resources().Where(r => r.Type == "Microsoft.Authorization/roleAssignments"), r => {
            Assert.NotNull(BicepTree.At(r.Body, "scope"));
            Assert.Equal("\"ServicePrincipal\"", BicepTree.At(r.Body, "properties.principalType"));
        });
        var named = Directory.EnumerateFiles(BicepTree.Folder, "*.bicep", SearchOption.AllDirectories).SelectMany(f => RoleId().Matches(File.ReadAllText(f)).Select(m => m.Value)).Distinct();
        Assert.Equal(allowed.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_Cosmos_container_is_the_one_of_the_code() {
        var (code, file) = (AzureStores.Definition(), Assert.Single(tree.Resources(), r => r.Type.EndsWith("/containers", StringComparison.Ordinal) && r.Symbol == "documents").Body);
        var resource = file.GetProperty("properties").GetProperty("resource");
        Assert.Equal(code.Id, resource.GetProperty("id").GetString());
        Assert.Equal(code.PartitionKeyPaths, resource.GetProperty("partitionKey").GetProperty("paths").EnumerateArray().Select(p => p.GetString()));
        var indexing = resource.GetProperty("indexingPolicy");
        Assert.Equal(code.IndexingPolicy.IncludedPaths.Select(p => p.Path), Paths(indexing, "includedPaths"));
        Assert.Equal(code.IndexingPolicy.ExcludedPaths.Select(p => p.Path), Paths(indexing, "excludedPaths"));
        Assert.NotNull(BicepTree.At(file, "properties.options.autoscaleSettings.maxThroughput"));
    }

    [Fact]
    public void Every_queue_of_the_table_is_made_with_its_poison_queue() {
        var storage = tree.Files()["modules/storage.bicep"];
        Assert.Equal(FunctionNames.Queues(ClaimsCloudModules.Table()), storage.GetProperty("vars").GetProperty("queues").EnumerateArray().Select(q => q.GetString()));
        foreach (var (symbol, name) in ((string, string)[])[("wake", StorageWakes.QueueName("${queue}")), ("poison", StorageWakes.QueueName("${queue}-poison"))])
            Assert.Equal($"'{name}'", storage.GetProperty("resources").GetProperty(symbol).GetProperty("body").GetProperty("name").GetProperty("expression").GetString());
    }

    /// <summary>Not under Azure: stores in a folder with their key file, an address that the Functions host gives, a broker.</summary>
    [Theory]
    [InlineData("ClaimsCloud.Functions/FunctionsSettings.cs", "functions.bicep", "settings", "DataFolder Url Broker StoreKeysFile")]
    [InlineData("ClaimsCloud.Gateway/Program.cs", "apps.bicep", "gatewayApp", "")]
    [InlineData("ClaimsCloud.Portal/Program.cs", "apps.bicep", "portalApp", "")]
    public void Every_setting_that_a_host_reads_is_set_and_nothing_else(string source, string file, string symbol, string elsewhere) {
        var text = File.ReadAllText(Path.Combine(Repository.Folder, "src", source));
        var read = Read().Matches(text).Select(m => m.Groups["name"].Value).Except(elsewhere.Split(' ')).Distinct();
        var body = tree.Files()[$"modules/{file}"].GetProperty("resources").GetProperty(symbol).GetProperty("body").GetRawText();
        var set = Set().Matches(body).Select(m => m.Groups["name"].Value).Distinct();
        Assert.Equal(read.Order(StringComparer.Ordinal), set.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_queues_of_the_functions_are_found_by_the_setting_that_is_made() {
        var settings = tree.Files()["modules/functions.bicep"].GetProperty("resources").GetProperty("settings").GetProperty("body").GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();
        foreach (var (path, content) in FunctionFiles.Of(ClaimsCloudModules.Table()).Where(f => f.Value.Contains("queueTrigger", StringComparison.Ordinal)))
            Assert.True(settings.Contains(Connection().Match(content).Groups["name"].Value + "__queueServiceUri"), path);
    }

    [Fact]
    public void What_the_cost_sheet_counts_is_what_is_made() {
        var files = tree.Files();
        var endpoints = files["main.bicep"].GetProperty("modules").EnumerateObject().SelectMany(m => files[m.Value.GetProperty("path").GetString()!].GetProperty("modules").EnumerateObject())
            .Where(m => m.Value.GetProperty("path").GetString() == "endpoint.bicep")
            .Sum(m => m.Value.GetProperty("loop").GetString() is { } loop ? loop.Split(',').Length : 1);
        using var inputs = JsonDocument.Parse(File.ReadAllText(Path.Combine(BicepTree.Folder, "cost", "inputs.json")));
        var installation = inputs.RootElement.GetProperty("installation");
        Assert.Equal(endpoints, installation.GetProperty("privateEndpoints").GetProperty("value").GetInt32());
        Assert.Equal(files["modules/network.bicep"].GetProperty("vars").GetProperty("names").EnumerateObject().Count(), installation.GetProperty("dnsZones").GetProperty("value").GetInt32());
        foreach (var (param, name) in ((string, string)[])[("alwaysReady", "leastReady"), ("cosmosMaxThroughput", "leastThroughput")])
            Assert.EndsWith($"= {installation.GetProperty(name).GetProperty("value").GetInt32()}", files["main.bicep"].GetProperty("params").GetProperty(param).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_is_told_of_poison_parked_messages_a_dead_sweep_an_outage_and_the_budget() {
        var alerts = tree.Files()["modules/alerts.bicep"].GetProperty("vars");
        var names = alerts.GetProperty("queries").EnumerateArray().Concat(alerts.GetProperty("metrics").EnumerateArray()).Select(a => a.GetProperty("name").GetString()!).ToList();
        Assert.Superset(new HashSet<string> { "poison", "parked", "host-died", "no-sweep", "cosmos-throttled", "cosmos-down", "blobs-down", "functions-errors", "gateway-restarts" }, names.ToHashSet());
        var budget = Assert.Single(tree.Resources(), r => r.Type == "Microsoft.Consumption/budgets").Body.GetProperty("properties").GetProperty("notifications");
        Assert.Contains(budget.EnumerateObject(), n => n.Value.GetProperty("thresholdType").GetString() == "Forecasted");
    }

    private static IEnumerable<string?> Paths(JsonElement indexing, string which) => indexing.GetProperty(which).EnumerateArray().Select(p => p.GetProperty("path").GetString());

    [GeneratedRegex("list(Keys|ConnectionStrings|Secrets|Credentials|AccountSas|ServiceSas)|AccountKey=|SharedAccessSignature|primaryMasterKey|adminPassword", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Keys();

    [GeneratedRegex("password|secret|connection|[^-.]key\\b|InstrumentationKey", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Secret();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RoleId();

    [GeneratedRegex("(settings\\[|this\\[|Secret\\(|Setting\\()\"(?<name>\\w+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Read();

    [GeneratedRegex("""CLAIMSCLOUD_(?<name>\w+)""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Set();

    [GeneratedRegex("\"connection\": \"(?<name>\\w+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Connection();
}
