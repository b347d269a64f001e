using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;
using CsvHelper;
using CsvHelper.Configuration;

namespace ClaimsCloud.Bench;

/// <summary>
/// The single runs. Each goes over the file twice and measures the second time, when what it needs is compiled as in a host that has run for a while. It prints seconds of
/// processor time of the whole process, peak resident bytes, a number that depends on all it read, and the seconds it would have taken at the speed of its fastest twentieth.
/// </summary>
internal static class ClaimFileRuns {
    public static int Run(string name, string file) {
        Once(name, file);
        var start = Environment.CpuUsage.TotalTime;
        var (witness, fastest) = Once(name, file);
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{seconds} {PeakResident()} {witness} {fastest ?? seconds}"));
        return 0;
    }

    private static (long Witness, double? Fastest) Once(string name, string file) {
        using var stream = new SlicedFile(file);
        var witness = name switch {
            "csvhelper" => CsvHelper(stream),
            "typed" => Typed(stream),
            "write" => Write(file, stream.Length),
            "copy" => Copy(stream, file + ".copy"),
            "check" => Check(stream),
            _ => throw new ArgumentException(name),
        };
        return (witness, stream.FastestSeconds is { } seconds ? SlicedFile.Whole(seconds) : null);
    }

    /// <summary>The peer: raw rows, nothing interpreted. Latin-1, because CsvHelper reads text and that is its fastest decoder.</summary>
    private static long CsvHelper(Stream file) {
        using var reader = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, 1 << 16);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.NoEscape, NewLine = "\r\n", BufferSize = 1 << 16 });
        long fields = 0;
        while (parser.Read()) fields += parser.Record!.Length;
        return fields;
    }

    /// <summary>Typed claims: what a list of claims and their sums need is decoded from every one.</summary>
    private static long Typed(Stream file) {
        long witness = 0;
        foreach (var claim in ClaimFile.Claims(file)) {
            var common = claim.Common;
            witness += (common.ReceiptNumber ?? 0) + (common.PatientName?.Length ?? 0) + (common.ServiceMonth?.Month ?? 0) + (common.BirthDate?.Day ?? 0) + (claim.TotalYen ?? 0);
            foreach (var fee in claim.Fees) witness += (fee.Yen ?? 0) + (fee.ServiceDate?.Day ?? 0);
        }
        return witness;
    }

    /// <summary>Records as a builder holds them, field by field, written until the file has the size of the one that was read.</summary>
    private static long Write(string file, long size) {
        using var input = new FileStream(file, FileMode.Open, FileAccess.Read);
        var drafts = ClaimFile.Claims(input).Take(8).SelectMany(c => c.Records).Select(Draft).ToList();
        using var output = new FileStream(file + ".written", FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var writer = new RecordWriter(output);
        while (output.Length < size)
            foreach (var draft in drafts) writer.Write(draft);
        writer.Flush();
        return output.Length;
    }

    private static RecordDraft Draft(Record record) {
        var draft = new RecordDraft();
        for (var position = 1; position <= record.FieldCount; position++) draft.Set(position, record.Field(position).ToArray());
        return draft;
    }

    private static long Copy(Stream file, string target) {
        using var output = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var writer = new RecordWriter(output);
        var reader = new RecordReader(file);
        while (reader.Read() is { } block)
            for (var i = 0; i < block.Count; i++) writer.Write(block[i]);
        writer.Flush();
        return output.Length;
    }

    private static long Check(Stream file) {
        long findings = 0;
        var check = new ClaimFileCheck(file);
        foreach (var part in check.Run()) findings += part.Findings.Count;
        return findings;
    }

    private static long PeakResident() {
        if (!OperatingSystem.IsLinux()) return Process.GetCurrentProcess().PeakWorkingSet64;
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }
}
