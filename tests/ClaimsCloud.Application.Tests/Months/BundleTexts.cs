using System.Text;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Months;

/// <summary>The sample month, and the same with something else in it.</summary>
internal static class BundleTexts {
    public const string StationCode = "9990018";
    public const string Month = "202410";

    public static byte[] Sample => BundleSamples.Small();

    public static MonthBundle Bundle => Of(Sample);

    public static MonthBundle Of(byte[] file) {
        var reading = BundleReader.Read(new MemoryStream(file));
        return reading.Bundle ?? throw new InvalidOperationException(string.Join('\n', reading.Findings));
    }

    public static byte[] Json(MonthBundle bundle) {
        var file = new MemoryStream();
        BundleWriter.WriteJson(bundle, file);
        return file.ToArray();
    }

    public static byte[] Replaced(string from, string to) {
        var text = Encoding.UTF8.GetString(Sample);
        return Encoding.UTF8.GetBytes(text.Contains(from, StringComparison.Ordinal) ? text.Replace(from, to, StringComparison.Ordinal) : throw new ArgumentException($"the sample has no {from}"));
    }

    /// <summary>Patients like the sample's first, with all their rows, under keys of their own.</summary>
    public static MonthBundle Many(int patients) {
        var one = Bundle;
        var rows = BundleRows.Of(one).Where(r => r.Patient is "" or "P1").ToList();
        return BundleRows.ToBundle(rows.Where(r => r.Patient.Length == 0).Concat(Enumerable.Range(0, patients).SelectMany(n => rows.Where(r => r.Patient.Length > 0).Select(r => Renamed(r, n)))));
    }

    private static RowText Renamed(RowText row, int number) {
        var cells = new Dictionary<string, string>(row.Cells) { ["key"] = $"{row.Key}-{number}" };
        if (cells.ContainsKey("patient")) cells["patient"] = $"P1-{number}";
        return new(row.Table, $"{row.Key}-{number}", $"P1-{number}", cells);
    }
}
