using Azure.Identity;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Storage.Azure;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Functions;

/// <summary>
/// The settings of a host that runs by itself: <c>CLAIMSCLOUD_Name</c> in the environment, <c>--Name</c> on the command line. <c>infra/</c> sets each of them; a test compares.
/// </summary>
public sealed class FunctionsSettings(IConfiguration settings) {
    public static FunctionsSettings Read(IEnumerable<string> arguments) =>
        new(new ConfigurationBuilder().AddEnvironmentVariables("CLAIMSCLOUD_").AddCommandLine([.. arguments]).Build());

    public IConfiguration All => settings;

    /// <summary>Null for embedded ones. An address instead of a connection string: the account lets the identity of this process in, and there is no key.</summary>
    public OpenStores? Stores => settings["Cosmos"] is { } cosmos ? Azure(cosmos) : null;

    /// <summary>Of the embedded stores; null for others, and where somebody says in so many words that these lie in the clear (<c>none</c>).</summary>
    /// <exception cref="StoreKeyException">The file is missing, or no key file.</exception>
    public StoreKeys? StoreKeys => settings["Cosmos"] is not null || this["StoreKeysFile"] is not { } file || file == "none" ? null : StoreKeys.Read(file);

    /// <summary>The stores that the settings name, for a command. Those of a folder are to be had only while its host is stopped.</summary>
    public IStores OpenStores() => Stores?.Invoke(TimeProvider.System, new()) ?? EmbeddedStores.Open(this["DataFolder"], TimeProvider.System, new(), StoreKeys);

    /// <param name="url">Null for the one of the settings.</param>
    public FunctionsOptions Standalone(string? url = null) =>
        new(settings["Cosmos"] is null ? this["DataFolder"] : "", url ?? this["Url"], Secret("GatewayPublicKey"), Secret("EdgeTokenKey"), Secret("SecretsKey")) {
            Stores = Stores, StoreKeys = StoreKeys, Broker = settings["Broker"] is { } broker ? new(broker) : null, Fees = Fees(settings["FeeStore"]),
            Collector = settings["Collector"] is { Length: > 0 } collector ? new(collector) : null,
        };

    /// <summary>Under the Functions host of Azure, which finds it on this machine only.</summary>
    /// <param name="port">0 for any free one.</param>
    public FunctionsOptions UnderFunctions(int port) => Standalone($"http://127.0.0.1:{port}") with { Broker = null, Wakes = new StorageWakes(this["Queues"], Identity(this["Queues"])).Send };

    public string this[string name] => settings[name] ?? throw new InvalidOperationException($"Setting {name} is missing (--{name} or CLAIMSCLOUD_{name}).");

    /// <summary>In a file where one can be mounted; under the Functions host a value that it fetches from Key Vault.</summary>
    private string Secret(string name) => settings[name] ?? File.ReadAllText(this[name + "File"]).Trim();

    /// <summary>A host that was told of imported masters does not start without them: it would bill other amounts.</summary>
    private static FeeSchedules Fees(string? folder) {
        if (string.IsNullOrEmpty(folder)) return FeeSchedules.BuiltIn;
        if (!Directory.Exists(folder)) throw new InvalidOperationException($"Setting FeeStore names {folder}, which is not there.");
        var store = FeeStore.Open(folder);
        return store.Problems.Count == 0 ? store.Schedules : throw new InvalidOperationException(string.Concat(store.Problems.Select(p => p.Message + p.Fix)));
    }

    private OpenStores Azure(string account) {
        var azure = new AzureSettings(account, this["Blobs"], settings["Database"] ?? "claimscloud", Secret("BlobNamesKey")) { Identity = Identity(account) };
        return (time, signal) => new AzureStores(azure, time, signal);
    }

    private static DefaultAzureCredential? Identity(string account) => account.StartsWith("https://", StringComparison.Ordinal) ? new() : null;
}
