using System.Diagnostics;
using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Bench;

/// <summary>What encryption of the embedded stores costs: the same work in the clear and encrypted, in turns, the best of each.</summary>
internal static class StoreBench {
    private const int Documents = 2_000, Body = 4 * 1024, Ranges = 2_000;
    private const int BlobBytes = 128 * 1024 * 1024;
    private const int Rounds = 3;

    public static async Task<int> Run() {
        var keys = StoreKeys.Parse(StoreKeys.NewLine(1));
        var best = new Dictionary<(string What, bool Sealed), double>();
        for (var round = 0; round <= Rounds; round++)
            foreach (var key in (StoreKeys?[])[null, keys])
                foreach (var (what, speed) in await Once(key))
                    if (round > 0) best[(what, key is not null)] = Math.Max(best.GetValueOrDefault((what, key is not null)), speed);
        Console.WriteLine($"{"",-34}{"clear",12}{"encrypted",12}{"of it",8}");
        foreach (var what in best.Keys.Select(k => k.What).Distinct())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34}{best[(what, false)],12:#,0}{best[(what, true)],12:#,0}{best[(what, true)] / best[(what, false)],8:0%}"));
        return 0;
    }

    private static async Task<List<(string What, double Speed)>> Once(StoreKeys? keys) {
        var folder = Directory.CreateTempSubdirectory("claimscloud-bench-").FullName;
        try {
            await using var stores = EmbeddedStores.Open(folder, TimeProvider.System, new(), keys);
            var at = stores.Open(ScopeName.Of(new("bench")));
            var (ids, text, results) = (new RandomIds(), new string('月', Body / 3), new List<(string, double)>());
            results.Add(("commits of 20 documents/s", Documents / 20 / await Seconds(async () => {
                foreach (var part in Enumerable.Range(0, Documents).Chunk(20)) await at.Documents.Commit(part.Aggregate(new Batch(ids), (batch, i) => batch.Create(Note.Kind, $"{i}", new(text, $"{i:00000}"))), default);
            })));
            results.Add(("documents read by id/s", Documents / await Seconds(async () => {
                for (var i = 0; i < Documents; i++) await at.Documents.Get(Note.Kind, $"{i}", default);
            })));
            results.Add(("documents read by index/s", Documents / await Seconds(async () => {
                await foreach (var _ in All(at.Documents)) { }
            })));
            results.Add(("blob written MB/s", BlobBytes / 1e6 / await Seconds(async () => await at.Blobs.Put("large", new MemoryStream(new byte[BlobBytes]), default))));
            results.Add(("blob read MB/s", BlobBytes / 1e6 / await Seconds(async () => {
                await using var blob = (await at.Blobs.Open("large", 0, null, default))!;
                await blob.Content.CopyToAsync(Stream.Null);
            })));
            var random = new Random(1);
            results.Add(("ranges of 4 KB read/s", Ranges / await Seconds(async () => {
                var into = new byte[Body];
                for (var i = 0; i < Ranges; i++) {
                    await using var range = (await at.Blobs.Open("large", random.Next(BlobBytes - Body), Body, default))!;
                    await range.Content.ReadExactlyAsync(into);
                }
            })));
            return results;
        } finally {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async IAsyncEnumerable<Stored<Note>> All(IDocuments documents) {
        Continuation? after = null;
        do {
            var page = await documents.Query(new IndexQuery<Note>(Note.Kind, Note.BySort, IndexRange.All, QueryOrder.Ascending, DocumentLimits.QueryItems, after), default);
            foreach (var item in page.Items) yield return item;
            after = page.Next;
        } while (after is not null);
    }

    private static async Task<double> Seconds(Func<Task> work) {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private sealed record Note(string Text, string Sort) {
        public static readonly DocumentIndex<Note> BySort = new("sort", n => n.Sort);
        public static readonly DocumentKind<Note> Kind = new("note", BySort);
    }
}
