using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Tests.Records;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Checks;

/// <summary>Memory is the whole process's: no other test runs beside these.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;

[Collection(nameof(AloneInTheProcess))]
public sealed class HostileInputTests {
    private const long MostMegabytes = 200;

    [Fact]
    public void One_poisoned_claim_among_two_thousand_leaves_the_others_their_verdict() {
        const int poisoned = 1_234;
        var claims = Enumerable.Range(1, 2_000).Select(n => ValidClaim(n, n == poisoned ? "3" : "2"));
        var parts = Check(UkeText.Bytes($"HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\n{string.Join('\n', claims)}\nGO\n␚")).ToList();
        Assert.Equal(2_000, parts.Count(p => p.Coverage is not null));
        var error = Assert.Single(parts.SelectMany(p => p.Findings), f => f.IsError);
        Assert.Equal((poisoned, "男女区分"), (error.Place.Claim, error.Place.Field));
    }

    public static TheoryData<string> Shapes => ["lines", "fees", "orders", "codes", "field", "commas", "months"];

    /// <summary>Memory is what one check may hold at once, measured after each part.</summary>
    [Theory, MemberData(nameof(Shapes))]
    public void Hostile_files_stay_within_memory_and_come_to_an_end(string shape) {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, findings, measured) = (0L, 0L, 0L);
        foreach (var part in new ClaimFileCheck(new RepeatedStream(Head(shape), Body(shape), shape == "months" ? 1 << 20 : 9 << 20)).Run()) {
            findings += part.Findings.Count;
            if (part.BytesRead - measured < 1 << 20) continue;
            measured = part.BytesRead;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
        }
        Assert.True(findings > 0);
        Assert.True(most < MostMegabytes << 20, $"{most >> 20} MB");
    }

    [Fact]
    public void Damaged_claims_never_make_the_check_throw() {
        const int fewest = 2_000;
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("CLAIMS_FUZZ_SECONDS"), out var asked) ? asked : 0;
        var started = TimeProvider.System.GetTimestamp();
        var seed = 0;
        for (; seed < fewest || TimeProvider.System.GetElapsedTime(started).TotalSeconds < seconds; seed++) {
            var file = seed % 2 == 0 ? AnyBytes.From(seed) : Damaged(seed);
            var findings = Check(file).SelectMany(p => p.Findings).ToList();
            Assert.All(findings, f => Assert.True(f.Place.Offset is null || (f.Place.Offset >= 0 && f.Place.Offset <= file.Length), $"seed {seed}: {f}"));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{seed:N0} files");
    }

    /// <summary>Structured damage: fields of a valid claim get values that are legal somewhere else, or at the edges of what can be read.</summary>
    private static byte[] Damaged(int seed) {
        var random = new Random(seed);
        string[] values = ["", "0", "00000101", "99991231", "00010101", "999912", "000101", "20240603", "510000110", "510002370", "999999999", "010203", "045058", "6112", "6318", "9", "Z", "850500016", "５０６０６０３", "2400", "  123456"];
        var claim = ValidClaims.From(seed);
        for (var i = random.Next(1, 8); i > 0; i--) {
            var record = claim.Records[random.Next(claim.Records.Count)];
            if (random.Next(6) == 0) claim.Records.Insert(random.Next(1, claim.Records.Count), [.. record]);
            else record[random.Next(1, record.Length)] = values[random.Next(values.Length)];
        }
        return UkeText.Bytes($"HM,1,13,6,1234567,ひかり訪問看護ステーション,{claim.Month.Plus(1)},\n{string.Join('\n', claim.Records.Select(r => string.Join(',', r)))}\nGO\n␚");
    }

    private static string Head(string shape) => shape switch {
        "field" => "RE,1,6112,202406,",
        "codes" => "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nJS,安定,01,",
        "months" or "lines" or "commas" => "HM,1,13,6,1234567,ひかり,202407,\n",
        _ => "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHJ,01,20240601,20241130\n",
    };

    private static string Body(string shape) => shape switch {
        "lines" => "\n",
        "fees" => "KA,20240603,1,510000110,,5550,03,01,01\n",
        "orders" => "HJ,02,20240603,20240616\nKA,20240603,1,510000110,,5550,03,01,02\n",
        "codes" => "001002003004",
        "field" => "あ",
        "commas" => ",",
        _ => "RE,1,6112,000101,看護　花子,,2,99991231,,,,,,,\nRE,2,6318,999912,看護　花子,,2,00010101,,,,,,,\nRE,3,6112,202406,訪問　次郎,,2,00010101,,,,,,,\n",
    };

    private static string ValidClaim(int number, string sex) => $"""
        RE,{number},6112,202406,看護　花子,,{sex},19600105,,,,,,P{number},
        HO,06132013,,{number},1,5550,,,,,,
        IH,13,1,1234567,ひかり病院,看護　太郎,20240620
        HJ,01,20240601,20241130
        JS,安定している。,03,,,
        SY,8830417,,,
        RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,
        KA,20240603,1,510000110,,5550,03,01,01
        """.Replace("\r", "", StringComparison.Ordinal);

    private static IEnumerable<CheckedPart> Check(byte[] file) => new ClaimFileCheck(new MemoryStream(file)).Run();

    /// <summary>A head once and a body again and again, never all in memory.</summary>
    private sealed class RepeatedStream(string head, string body, long length) : Stream {
        private readonly byte[] _head = UkeText.Bytes(head);
        private readonly byte[] _body = UkeText.Bytes(body);
        private long _at;

        public override int Read(byte[] buffer, int offset, int count) {
            var read = (int)Math.Min(count, length - _at);
            for (var i = 0; i < read; i++, _at++) buffer[offset + i] = _at < _head.Length ? _head[_at] : _body[(_at - _head.Length) % _body.Length];
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => _at; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
