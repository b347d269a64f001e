using System.Security.Cryptography;
using ClaimsCloud.Application.Desk;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Testing;

/// <summary>Fictional stations with one enrolled connector each, written as their enrolment would have left them. All connectors hold the same key, so that making them takes no time.</summary>
public static class ManyConnectors {
    private const int AtOnce = 30;

    public static string StationId(int number) => $"many-{number:00000}";
    public static string DeviceId(int number) => $"many-pc-{number:00000}";

    /// <param name="folder">Data folder of a host with embedded stores that does not run.</param>
    public static async Task Write(string folder, int stations, ECDsa key, DateTimeOffset now, StoreKeys keys, CancellationToken stop) {
        var publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        await using var stores = EmbeddedStores.Open(folder, new ManualTime(now), new OutboxSignal(), keys);
        var (documents, ids) = (stores.Open(ScopeName.Platform).Documents, new SeededIds(stations));
        foreach (var numbers in Enumerable.Range(1, stations).Chunk(AtOnce)) {
            var batch = new Batch(ids);
            foreach (var number in numbers)
                batch.Create(Tenant.Kind, StationId(number), new Tenant($"見本訪問看護ステーション第{number}", $"{9_700_000 + number}", now))
                    .Create(StationProjection.Kind, StationId(number), new StationProjection($"見本訪問看護ステーション第{number}", new Dictionary<string, ConnectorSeen>(), 0, 1, []) { ChangedAt = now })
                    .Create(Device.Kind, DeviceId(number), new Device(StationId(number), "受付のPC", publicKey, now));
            await documents.Commit(batch, stop);
        }
    }
}
