using ClaimsCloud.Application.Shared;
using ClaimsCloud.Functions;
using ClaimsCloud.Storage.Azure;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Local;

/// <summary>What the product keeps its data in.</summary>
internal enum StoreKind {
    /// <summary>SQLite and files in the data folder.</summary>
    Embedded,
    /// <summary>A Cosmos account and a storage account, in general their doubles on this machine.</summary>
    Azure,
}

/// <summary>Opens the stores that the command line names. Where the accounts are stands in two settings of the environment.</summary>
internal static class LocalStores {
    private const string CosmosSetting = "CLAIMSCLOUD_Cosmos";
    private const string BlobsSetting = "CLAIMSCLOUD_Blobs";

    public const string HowToStart = $"""
        --stores azure には、Cosmos DB とストレージ アカウントの接続文字列が要ります。環境変数 {CosmosSetting} と {BlobsSetting} に設定してください。
        このPCで代わりのサーバーを動かすときは、次を実行し、表示された2行を設定します。
          npm ci --prefix tests/cosmos-double
          npm start --prefix tests/cosmos-double
        """;

    /// <summary>Null for the embedded stores. The database is this folder's own.</summary>
    /// <exception cref="StoresMissingException">A setting is missing, or nobody answers there.</exception>
    public static async Task<OpenStores?> Open(StoreKind kind, string folder, CancellationToken stop) {
        if (kind == StoreKind.Embedded) return null;
        if (Environment.GetEnvironmentVariable(CosmosSetting) is not { Length: > 0 } cosmos || Environment.GetEnvironmentVariable(BlobsSetting) is not { Length: > 0 } blobs)
            throw new StoresMissingException();
        var name = NameOf(folder);
        var settings = new AzureSettings(cosmos, blobs, "local-" + name, name);
        try {
            await AzureStores.Provision(settings, stop);
        } catch (Exception e) when (e is HttpRequestException or CosmosException) {
            throw new StoresMissingException(e);
        }
        return (time, signal) => new AzureStores(settings, time, signal);
    }

    private static string NameOf(string folder) {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "azure.name");
        if (!File.Exists(file)) File.WriteAllText(file, new RandomIds().Next());
        return File.ReadAllText(file);
    }
}

internal sealed class StoresMissingException(Exception? inner = null) : Exception(LocalStores.HowToStart, inner);
