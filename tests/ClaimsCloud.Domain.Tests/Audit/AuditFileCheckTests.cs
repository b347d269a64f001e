using System.Text;
using ClaimsCloud.Domain.Audit;

namespace ClaimsCloud.Domain.Tests.Audit;

public sealed class AuditFileCheckTests {
    private static readonly string[] Whole = Log("station-a", 6);

    [Fact]
    public void A_log_as_it_was_written_is_whole() {
        var check = Run(Whole);
        Assert.Empty(check.Faults);
        Assert.Equal(("station-a", 6), (check.Scope, check.Entries));
        Assert.Empty(Run(Log("station-a", 0)).Faults);
    }

    [Fact]
    public void A_change_of_any_bit_of_any_byte_is_found() {
        var bytes = Bytes(Whole);
        for (var at = 0; at < bytes.Length; at++)
            for (var bit = 0; bit < 8; bit++) {
                bytes[at] ^= (byte)(1 << bit);
                Assert.True(Run(bytes).Faults.Count > 0, $"byte {at}, bit {bit}");
                bytes[at] ^= (byte)(1 << bit);
            }
        Assert.Empty(Run(bytes).Faults);
    }

    [Fact]
    public void A_cut_anywhere_is_found() {
        var bytes = Bytes(Whole);
        for (var length = 0; length < bytes.Length; length++) Assert.True(Run(bytes[..length]).Faults.Count > 0, $"{length} bytes");
    }

    [Fact]
    public void Removing_doubling_or_swapping_any_lines_is_found() {
        for (var one = 0; one < Whole.Length; one++) {
            Assert.NotEmpty(Run([.. Whole[..one], .. Whole[(one + 1)..]]).Faults);
            Assert.NotEmpty(Run([.. Whole[..one], Whole[one], .. Whole[one..]]).Faults);
            for (var other = one + 1; other < Whole.Length; other++) {
                var swapped = Whole.ToArray();
                (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
                Assert.NotEmpty(Run(swapped).Faults);
            }
        }
    }

    [Fact]
    public void One_changed_line_is_one_fault_at_its_place() {
        var changed = Whole.ToArray();
        changed[3] = changed[3].Replace("person-3", "person-9", StringComparison.Ordinal);
        var fault = Assert.Single(Run(changed).Faults);
        Assert.Equal(("AU2", 4), (fault.Code, fault.Line));
    }

    [Fact]
    public void A_chain_that_was_made_anew_is_found_only_by_a_head_from_elsewhere() {
        var head = new AuditAnchor(4, HashOf(Whole[4]));
        Assert.Empty(Run(Whole, head).Faults);
        var forged = Log("station-a", 6, changed: 2);
        Assert.Empty(Run(forged).Faults);
        Assert.Equal("AU6", Assert.Single(Run(forged, head).Faults).Code);
        Assert.Equal("AU6", Assert.Single(Run(Log("station-a", 3), head).Faults).Code);
        // What was changed after the head is beyond what it proves.
        Assert.Empty(Run(Log("station-a", 6, changed: 5), head).Faults);
    }

    [Fact]
    public void Two_heads_of_one_number_that_differ_fit_nothing() =>
        Assert.Equal("AU6", Assert.Single(Run(Whole, new AuditAnchor(4, HashOf(Whole[4])), new AuditAnchor(4, HashOf(Whole[3]))).Faults).Code);

    [Fact]
    public void The_log_of_another_scope_does_not_pass_for_this_one() {
        var renamed = Whole.ToArray();
        renamed[0] = AuditChain.Heading("station-b");
        Assert.Equal("AU2", Assert.Single(Run(renamed).Faults).Code);
    }

    [Fact]
    public void The_platforms_log_knows_the_heads_of_each_stations_log() {
        var anchor = $$"""{"number":1,"act":"Anchored","subject":"station-a","why":"4:{{HashOf(Whole[4])}}"}""";
        var hash = AuditChain.Next(AuditChain.Start("platform"), anchor);
        var platform = Run([AuditChain.Heading("platform"), AuditChain.Line(hash, anchor), AuditChain.End(1, hash)]);
        Assert.Empty(platform.Faults);
        Assert.Equal(new AuditAnchor(4, HashOf(Whole[4])), Assert.Single(platform.AnchorsOf("station-a")));
        Assert.Empty(platform.AnchorsOf("station-b"));
    }

    [Theory, InlineData(""), InlineData("\n"), InlineData("UNB,1\n"), InlineData("claimscloud-audit 2 x\nend 0 x\n"), InlineData("\ufeffclaimscloud-audit 1 x\n")]
    public void What_is_no_log_is_said_to_be_none(string text) => Assert.NotEmpty(Run(Encoding.UTF8.GetBytes(text)).Faults);

    private static string[] Log(string scope, int entries, int changed = 0) {
        var (hash, lines) = (AuditChain.Start(scope), new List<string> { AuditChain.Heading(scope) });
        for (var n = 1; n <= entries; n++) {
            var text = $$"""{"number":{{n}},"actor":"person-{{(n == changed ? 99 : n)}}","act":"SignedIn"}""";
            hash = AuditChain.Next(hash, text);
            lines.Add(AuditChain.Line(hash, text));
        }
        return [.. lines, AuditChain.End(entries, hash)];
    }

    private static string HashOf(string line) => line.Split(' ')[0];

    private static byte[] Bytes(string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    private static AuditFileCheck Run(string[] lines, params AuditAnchor[] anchors) => AuditFileCheck.Run(new MemoryStream(Bytes(lines)), anchors);

    private static AuditFileCheck Run(byte[] bytes) => AuditFileCheck.Run(new MemoryStream(bytes));
}
