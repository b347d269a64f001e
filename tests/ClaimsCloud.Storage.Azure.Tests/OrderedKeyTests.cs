using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Storage.Azure.Tests;

public sealed class OrderedKeyTests {
    private static readonly Arbitrary<(string, string)> TwoTexts = Gen.Two(Gen.Choose(0, 6).SelectMany(length =>
        Gen.Elements(" ", "!", "\"", "}", "~", "\u007f", "\0", "a", "B", "が", "～", "𠮷").ListOf(length)).Select(string.Concat)).ToArbitrary();

    [Fact]
    public void A_key_gives_its_value_back() =>
        Prop.ForAll(TwoTexts, texts => OrderedKey.ValueOf(OrderedKey.Of(texts.Item1, "id")) == texts.Item1).QuickCheckThrowOnFailure();

    [Fact]
    public void Keys_sort_as_the_bytes_of_their_values_and_then_by_id() => Prop.ForAll(TwoTexts, texts => {
        var expected = Encoding.UTF8.GetBytes(texts.Item1).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(texts.Item2));
        if (expected == 0) expected = -1;
        return Math.Sign(string.CompareOrdinal(OrderedKey.Of(texts.Item1, "a"), OrderedKey.Of(texts.Item2, "b"))) == Math.Sign(expected);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_keys_of_a_value_and_no_others_lie_between_its_bounds() => Prop.ForAll(TwoTexts, texts => {
        var key = OrderedKey.Of(texts.Item2, "id");
        var isBetween = string.CompareOrdinal(OrderedKey.From(texts.Item1), key) < 0 && string.CompareOrdinal(key, OrderedKey.Beyond(texts.Item1)) < 0;
        return isBetween == (texts.Item1 == texts.Item2) && key.All(c => c is >= ' ' and <= '~');
    }).QuickCheckThrowOnFailure();
}
