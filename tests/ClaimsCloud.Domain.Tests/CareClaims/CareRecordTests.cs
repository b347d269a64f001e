using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Domain.Tests.Records;

namespace ClaimsCloud.Domain.Tests.CareClaims;

public sealed class CareRecordTests {
    [Fact]
    public void The_lines_of_any_bytes_are_the_file() {
        var valid = CareFiles.Bytes(CareFiles.Lines);
        for (var seed = 0; seed < 600; seed++) {
            var random = new Random(seed);
            byte[] file = seed % 2 == 0 ? AnyBytes.From(seed) : [.. valid];
            if (seed % 2 == 1)
                for (var i = 0; i < 5; i++) file[random.Next(file.Length)] = (byte)random.Next(256);
            Assert.True(file.AsSpan().SequenceEqual(CareFiles.Copy(file)), $"seed {seed}");
            CareFiles.Check(file);
        }
    }

    [Fact]
    public void A_file_cut_at_any_byte_is_kept_to_the_byte_and_refused() {
        var file = CareFiles.Bytes(CareFiles.Lines);
        for (var length = 0; length < file.Length; length++) {
            Assert.Equal(file[..length], CareFiles.Copy(file[..length]));
            Assert.Contains(CareFiles.Check(file[..length]), f => f.Severity == Severity.FileRefused);
        }
    }

    [Fact]
    public void Values_that_are_written_are_the_values_that_are_read() {
        foreach (var layout in CareFileSpec.Release202404.Records.Where(r => r.Id is not ("control" or "end")))
            for (var seed = 0; seed < 20; seed++) {
                var random = new Random(seed);
                var draft = new CareRecordDraft(layout);
                foreach (var field in layout.Fields) draft.Set(field.English, field.Position switch { 1 => layout.Id[..4], 2 when layout.Id.Length > 4 => layout.Id[5..], _ => Value(field, random) });
                var control = new CareRecordDraft(CareFileSpec.Release202404.Control);
                var file = new MemoryStream();
                CareFileWriter.Write(control, [draft], file);
                var record = CareFiles.Read(file.ToArray())[1];
                Assert.Equal(layout, record.Layout);
                Assert.Equal(layout.Fields.Count, record.FieldCount);
                foreach (var field in layout.Fields) Assert.Equal(draft[field.English], record.Text(field.Position) ?? "");
            }
    }

    [Fact]
    public void A_quoted_value_may_hold_commas_and_quotes() {
        var lines = (string[])CareFiles.Lines.Clone();
        lines[4] = lines[4][..^1] + ",\"3,10\"";
        lines[4] = lines[4].Replace(",,,,,\"", ",,,,\"", StringComparison.Ordinal);
        var record = CareFiles.Read(CareFiles.Bytes(lines))[4];
        Assert.Equal("3,10", record.Text("Remarks"));
        Assert.Equal(18, record.FieldCount);
        Assert.Equal(CareFiles.Bytes(lines), CareFiles.Rewritten(CareFiles.Bytes(lines)));
    }

    [Fact]
    public void Every_field_is_as_long_and_of_the_kind_that_the_reference_says() {
        var reference = Path.Combine(Reference(), "kaigo");
        foreach (var layout in CareFileSpec.Release202404.Records.Where(r => r.Id is not ("control" or "end"))) {
            var file = Directory.GetFiles(reference, layout.Id.Length == 4 ? "kaigo_layout_7111.tsv" : layout.Id.StartsWith("7131", StringComparison.Ordinal) ? $"*_{layout.Id[5..]}_*.tsv" : $"*_{layout.Id[..4]}_*.tsv").Single();
            var rows = File.ReadAllLines(file).Select(l => l.Split('\t')).ToList();
            int At(string column) => Array.IndexOf(rows[0], column);
            var own = rows.Skip(1).Where(r => At("record") < 0 || r[At("record")] == layout.Id[5..]).ToList();
            Assert.Equal(own.Count, layout.Fields.Count);
            foreach (var (row, field) in own.Zip(layout.Fields)) {
                Assert.Equal(int.Parse(row[At("max_bytes")]), field.MaxBytes);
                Assert.Equal(row[At("type")] switch { "数字" => FieldMode.Numeric, "英数" => FieldMode.Alphanumeric, _ => FieldMode.Kanji }, field.Mode);
                Assert.Equal(row[At("signed_S")] == "S", field.Content is FieldContent.Number or FieldContent.Yen or FieldContent.Days);
            }
        }
    }

    [Fact]
    public void The_worked_file_of_the_reference_is_read_and_written_byte_for_byte_and_holds_no_error() {
        var file = File.ReadAllBytes(Path.Combine(Reference(), "kaigo", "kaigo_sample_711.csv"));
        Assert.Equal(file, CareFiles.Copy(file));
        Assert.Equal(file, CareFiles.Rewritten(file));
        // Its invented numbers have no right check digits.
        Assert.All(CareFiles.Check(file), f => Assert.Equal(CareRules.CheckDigitOf.Code, f.Code));
    }

    [Theory]
    [InlineData("1360190001", true)]
    [InlineData("1360190002", false)]
    [InlineData("13A0190002", true)]
    [InlineData("13I0190004", false)]
    [InlineData("136019000", false)]
    [InlineData("13601900x1", false)]
    public void An_office_number_ends_in_its_check_digit(string number, bool right) => Assert.Equal(right, CareOfficeNumber.Holds(number));

    internal static string Reference() {
        var folder = Environment.GetEnvironmentVariable("CLAIMS_REFERENCE");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLAIMS_REFERENCE does not name the folder of the official documents");
        return folder!;
    }

    private static string Value(FieldLayout field, Random random) {
        var most = field.Mode == FieldMode.Kanji ? field.MaxBytes / 2 : field.MaxBytes;
        var length = random.Next(most + 1);
        var alphabet = field.Mode switch { FieldMode.Numeric => "0123456789", FieldMode.Kanji => "訪問看護事業所，「」保留１２ＰＡ", _ => "0123456789AZ,\" ｱﾝ/%" };
        var value = new char[length];
        for (var i = 0; i < length; i++) value[i] = alphabet[random.Next(alphabet.Length)];
        return new(value);
    }
}
