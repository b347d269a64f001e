using System.Text.Json;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;
using Record = ClaimsCloud.Domain.Records.Record;

namespace ClaimsCloud.Domain.Tests.Records;

/// <summary>Files of any bytes, good and damaged. An ordinary run takes a sample; <c>CLAIMS_ROUND_TRIPS=20000</c> takes as many as it says.</summary>
public sealed class RoundTripTests {
    private static readonly int Files = int.Parse(Environment.GetEnvironmentVariable("CLAIMS_ROUND_TRIPS") ?? "1000", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void The_blocks_of_any_bytes_are_the_file_and_its_fields_are_its_lines() {
        for (var seed = 0; seed < Files; seed++) {
            var file = AnyBytes.From(seed);
            var copy = new MemoryStream();
            var fields = new MemoryStream();
            var (inBlocks, inFields) = (new RecordWriter(copy), new RecordWriter(fields));
            foreach (var block in Blocks(new MemoryStream(file))) {
                inBlocks.Write(block);
                for (var i = 0; i < block.Count; i++) inFields.Write(Draft(block[i]));
            }
            inBlocks.Flush();
            inFields.Flush();
            Assert.True(file.AsSpan().SequenceEqual(copy.ToArray()), $"seed {seed}: blocks differ from the file");
            Assert.True(file.AsSpan().SequenceEqual(fields.ToArray()), $"seed {seed}: fields differ from the file");
        }
    }

    [Fact]
    public void Any_bytes_through_json_are_the_same_bytes() {
        for (var seed = 0; seed < Files; seed++) {
            var file = AnyBytes.From(seed);
            Assert.True(file.AsSpan().SequenceEqual(FromJson(ToJson(file))), $"seed {seed}");
        }
    }

    [Fact]
    public void Offsets_and_lines_point_at_what_stands_there() {
        for (var seed = 0; seed < Files; seed++) {
            var file = AnyBytes.From(seed);
            foreach (var block in Blocks(new MemoryStream(file)))
                for (var i = 0; i < block.Count; i++) {
                    var record = block[i];
                    Assert.True(file.AsSpan((int)record.Offset, record.Bytes.Length).SequenceEqual(record.Bytes));
                    Assert.Equal(record.Line - 1, file.AsSpan(0, (int)record.Offset).Count((byte)'\n'));
                    for (var position = 1; position <= record.FieldCount; position++)
                        Assert.True(file.AsSpan((int)record.OffsetOf(position), record.Field(position).Length).SequenceEqual(record.Field(position)));
                }
        }
    }

    [Fact]
    public void A_check_takes_any_bytes_and_points_into_the_file() {
        for (var seed = 0; seed < Files; seed++) {
            var file = AnyBytes.From(seed);
            var check = new ClaimFileCheck(new MemoryStream(file));
            var findings = check.Run().SelectMany(p => p.Findings).ToList();
            Assert.All(findings, f => Assert.True(f.Place.Offset is null || (f.Place.Offset >= 0 && f.Place.Offset <= file.Length), $"seed {seed}: {f}"));
            if (!check.Totals.Readable) Assert.Contains(findings, f => f.IsError);
        }
    }

    [Fact]
    public void A_line_of_20_MB_is_found_and_comes_back_whole() {
        byte[] file = [.. "HM,1\r\nCO,"u8, .. Enumerable.Repeat((byte)'x', 20 << 20), .. "\r\nGO\r\n\u001A"u8];
        Assert.Contains(new ClaimFileCheck(new MemoryStream(file)).Run().SelectMany(p => p.Findings), f => f.Code == "F01h" && f.Place.Line == 2);
        Assert.True(file.AsSpan().SequenceEqual(FromJson(ToJson(file))));
        var lines = Blocks(new MemoryStream(file)).SelectMany(b => Enumerable.Range(0, b.Count).Select(i => b[i].Line)).Distinct();
        Assert.Equal([1, 2, 3, 4], lines);
    }

    private static IEnumerable<RecordBlock> Blocks(Stream file) {
        var reader = new RecordReader(file);
        while (reader.Read() is { } block) yield return block;
    }

    private static RecordDraft Draft(Record record) {
        var draft = new RecordDraft { Ending = record.Ending };
        for (var position = 1; position <= record.FieldCount; position++) draft.Set(position, record.Field(position).ToArray());
        return draft;
    }

    private static byte[] ToJson(byte[] file) {
        var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output)) {
            json.WriteStartArray();
            foreach (var block in Blocks(new MemoryStream(file)))
                for (var i = 0; i < block.Count; i++) RecordJson.Write(json, block[i], ClaimSpec.Release202406);
            json.WriteEndArray();
        }
        return output.ToArray();
    }

    private static byte[] FromJson(byte[] json) {
        var output = new MemoryStream();
        var writer = new RecordWriter(output);
        foreach (var line in JsonDocument.Parse(json).RootElement.EnumerateArray()) RecordJson.Copy(line, writer, ClaimSpec.Release202406);
        writer.Flush();
        return output.ToArray();
    }
}
