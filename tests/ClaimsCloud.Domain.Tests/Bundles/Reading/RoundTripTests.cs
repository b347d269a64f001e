using System.Text.Json.Nodes;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Bundles.Reading;

public sealed class RoundTripTests {
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(100);

    [Fact]
    public void What_is_written_is_read_again_in_both_forms() => Prop.ForAll<int>(seed => {
        var bundle = Bundles.Whole(AnyBundle.Bytes(AnyBundle.From(seed)));
        Assert.Equal(Bundles.Everything(bundle), Bundles.Everything(Bundles.Whole(Bundles.Json(bundle))));
        Assert.Equal(Bundles.Everything(bundle), Bundles.Everything(Bundles.Whole(Bundles.Zip(bundle))));
    }).Check(Many);

    [Fact]
    public void The_same_bundle_gives_the_same_bytes() => Prop.ForAll<int>(seed => {
        var bundle = Bundles.Whole(AnyBundle.Bytes(AnyBundle.From(seed)));
        Assert.Equal(Bundles.Json(bundle), Bundles.Json(Bundles.Whole(Bundles.Zip(bundle))));
        Assert.Equal(Bundles.Zip(bundle), Bundles.Zip(Bundles.Whole(Bundles.Json(bundle))));
    }).Check(Many);

    [Fact]
    public void The_order_of_rows_and_of_lists_without_order_does_not_change_the_digest() => Prop.ForAll<int>(seed => {
        var (json, random) = (AnyBundle.From(seed), new Random(seed));
        var digest = BundleDigest.Of(Bundles.Whole(AnyBundle.Bytes(json)));
        Shuffle(json, random);
        Assert.Equal(digest, BundleDigest.Of(Bundles.Whole(AnyBundle.Bytes(json))));
    }).Check(Many);

    [Fact]
    public void Any_other_value_changes_the_digest() {
        var small = Bundles.Small();
        var digests = small.Visits.Select(v => small with { Visits = [.. small.Visits.Select(x => x == v ? x with { Notes = x.Notes + "変更" } : x)] }).Select(BundleDigest.Of);
        string[] all = [BundleDigest.Of(small), .. digests];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void The_sample_is_what_the_writer_writes() =>
        Assert.Equal(BundleSamples.Small(), Bundles.Json(Bundles.Small()));

    private static void Shuffle(JsonNode node, Random random) {
        foreach (var (name, child) in node.AsObject().ToList())
            if (child is JsonObject row) Shuffle(row, random);
            // 修飾語コード stand in the order of the name.
            else if (child is JsonArray list && name != "modifiers") {
                JsonNode?[] values = [.. list];
                list.Clear();
                random.Shuffle(values);
                foreach (var value in values) {
                    if (value is JsonObject inner) Shuffle(inner, random);
                    list.Add(value);
                }
            }
    }
}
