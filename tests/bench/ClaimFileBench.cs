using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Bench;

/// <summary>Speed and memory of the record engine against CsvHelper, in one run on one machine.</summary>
internal static class ClaimFileBench {
    private const int Rounds = 3;

    public static int Run(int megabytes) {
        var folder = Directory.CreateTempSubdirectory("claims-bench");
        try {
            var file = Path.Combine(folder.FullName, "RECEIPTH.UKE");
            var (claims, bytes) = Generate(file, megabytes * 1_000_000L);
            Console.WriteLine($"{bytes / 1e6:N0} MB, {claims:N0} claims, best of {Rounds}");
            var peer = Best("csvhelper", file, bytes, claims, null);
            Best("typed", file, bytes, claims, peer);
            Best("write", file, bytes, claims, peer);
            Best("copy", file, bytes, claims, peer);
            Best("check", file, bytes, claims, peer);
            var same = Hash(file) == Hash(file + ".copy");
            Console.WriteLine(same ? "the copy is byte-identical" : "THE COPY DIFFERS");
            return same ? 0 : 1;
        } finally {
            folder.Delete(recursive: true);
        }
    }

    private static double Best(string name, string file, long bytes, long claims, double? peer) {
        var runs = Enumerable.Range(0, Rounds).Select(_ => Child(name, file)).ToList();
        var speed = bytes / 1e6 / runs.Min(r => r.Seconds);
        var ratio = peer is { } other ? $"{speed / other:0.00}x CsvHelper" : "";
        Console.WriteLine($"{name,-10} {speed,8:N0} MB/s  {claims / runs.Min(r => r.Seconds),10:N0} claims/s  fastest twentieth {claims / runs.Min(r => r.Fastest),10:N0} claims/s  peak {runs.Max(r => r.Resident) / 1e6,5:N0} MB  {ratio}");
        return speed;
    }

    /// <summary>This program again, with the settings of the runtime that a host has (README.md).</summary>
    private static (double Seconds, long Resident, double Fastest) Child(string name, string file) {
        var program = Environment.ProcessPath!;
        // Started as `dotnet ClaimsCloud.Bench.dll` the process is dotnet, which must be told the program once more.
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(ClaimFileBench).Assembly.Location] : [];
        var start = new ProcessStartInfo(program, [.. self, "child", name, file]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var child = Process.Start(start)!;
        var words = child.StandardOutput.ReadToEnd().Split(' ');
        child.WaitForExit();
        return child.ExitCode == 0 ? (double.Parse(words[0]), long.Parse(words[1]), double.Parse(words[3])) : throw new InvalidOperationException($"{name} failed");
    }

    /// <summary>The claims of a demo month over and over, renumbered.</summary>
    private static (long Claims, long Bytes) Generate(string path, long size) {
        var text = Encoding.Latin1.GetString(UkeText.Sample("demo-station-a"));
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using var file = new StreamWriter(path, append: false, Encoding.Latin1) { NewLine = "\r\n" };
        file.WriteLine(lines[0]);
        long claims = 0;
        while (file.BaseStream.Length < size)
            foreach (var line in lines.Where(l => l is not ['H', 'M', ..] and not ['G', 'O', ..] and not "\u001A")) {
                var number = line.StartsWith("RE,", StringComparison.Ordinal) ? ++claims : 0;
                file.WriteLine(number == 0 ? line : Renumbered(line.Split(','), number));
            }
        file.WriteLine("GO");
        file.Write('\u001A');
        file.Flush();
        return (claims, file.BaseStream.Length);
    }

    /// <summary>The next number, and another patient: the number in full-width digits behind the name.</summary>
    private static string Renumbered(string[] common, long number) {
        common[1] = $"{((number - 1) % 999_999) + 1}";
        common[4] += string.Concat(common[1].Select(d => $"\u0082{(char)(d - '0' + 0x4F)}"));
        return string.Join(',', common);
    }

    private static string Hash(string path) {
        using var stream = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}
