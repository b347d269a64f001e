using System.IO.Compression;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Testing;

/// <summary>Files of imported fee tables, as <c>claims masters import</c> keeps them: the tables of 2024-06 with a change.</summary>
public static class FeePacks {
    /// <summary>Something else in the line of one code (columns: <c>Data/fees/2024-06/SOURCE.md</c>).</summary>
    public static byte[] With(string code, string text, string by) => Edited("fees.csv", lines => string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => (line.StartsWith(code, StringComparison.Ordinal) ? line.Replace(text, by, StringComparison.Ordinal) : line) + "\n")));

    /// <summary>For other months.</summary>
    public static byte[] For(ServiceMonth first, ServiceMonth last) => Edited("schedule.csv", _ => $"release,first,last\n{first.Year}-{first.Month:00},{first},{last}\n");

    private static byte[] Edited(string name, Func<string, string> edit) {
        var pack = new MemoryStream();
        FeePack.Write(pack, FeeSchedule.Release202406);
        using (var zip = new ZipArchive(pack, ZipArchiveMode.Update, leaveOpen: true)) {
            var entry = zip.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(edit(text));
        }
        return pack.ToArray();
    }
}
