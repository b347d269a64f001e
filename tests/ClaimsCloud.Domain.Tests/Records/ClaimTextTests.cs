using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Records;

public sealed class ClaimTextTests {
    [Fact]
    public void The_repertoire_is_JIS_X_0201_and_the_6877_characters_of_JIS_X_0208_1983() {
        var all = Enumerable.Range(1, char.MaxValue).Select(c => (char)c).Where(ClaimText.Contains).ToList();
        Assert.Equal(95 + 63, all.Count(c => ClaimText.Encode(c.ToString()).Length == 1));
        Assert.Equal(6877, all.Count(c => ClaimText.Encode(c.ToString()).Length == 2));
    }

    [Fact]
    public void Encoding_and_decoding_are_each_others_inverse() {
        foreach (var c in Enumerable.Range(1, char.MaxValue).Select(c => (char)c).Where(ClaimText.Contains)) {
            Assert.True(ClaimText.TryDecode(ClaimText.Encode(c.ToString()), out var text));
            Assert.Equal(c.ToString(), text);
        }
        for (var first = 0x20; first <= 0xFF; first++)
            for (var second = 0x20; second <= 0xFF; second++)
                if (ClaimText.TryDecode([(byte)first, (byte)second], out var text)) Assert.Equal([(byte)first, (byte)second], ClaimText.Encode(text));
    }

    [Theory, InlineData('髙'), InlineData('﨑'), InlineData('德'), InlineData('①'), InlineData('～'), InlineData('凜'), InlineData('熙'), InlineData('\\'), InlineData('\n'), InlineData('\0')]
    public void What_only_Windows_or_a_later_edition_knows_is_refused(char c) {
        Assert.False(ClaimText.Contains(c));
        Assert.Throws<ArgumentException>(() => ClaimText.Encode(c.ToString()));
    }

    [Theory, InlineData(new byte[] { 0xFB, 0xFC }, "髙", "高"), InlineData(new byte[] { 0x87, 0x40 }, "①", "１"), InlineData(new byte[] { 0xEA, 0xA3 }, "凜", "凛")]
    public void A_refused_pair_is_named_with_a_usual_substitute(byte[] pair, string character, string substitute) {
        Assert.False(ClaimText.TryDecode(pair, out _));
        Assert.Equal(character, OutsideRepertoire.CharacterOf(pair[0], pair[1]));
        Assert.Equal(substitute, OutsideRepertoire.SubstituteFor(character));
        Assert.All(substitute, c => Assert.True(ClaimText.Contains(c)));
    }

    [Fact]
    public void Wave_dash_minus_and_yen_are_the_characters_that_JIS_means() =>
        Assert.Equal([0x81, 0x60, 0x81, 0x7C, 0x5C, 0x81, 0x8F], ClaimText.Encode("〜−¥￥"));
}
