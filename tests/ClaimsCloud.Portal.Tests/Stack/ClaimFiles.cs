using System.Globalization;
using System.Text;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>Claim files made from the samples.</summary>
internal static class ClaimFiles {
    public const string Markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    /// <summary>A sample's claims so many times over, numbered through: many rows and many findings.</summary>
    public static byte[] Repeat(string sample, int times) {
        var lines = Lines(sample);
        var (claims, number) = (lines[1..^1], 0);
        var text = new StringBuilder(lines[0]).Append('\n');
        for (var i = 0; i < times; i++)
            foreach (var line in claims) {
                var parts = line.Split(',');
                if (parts[0] == "RE") parts[1] = (++number).ToString(CultureInfo.InvariantCulture);
                // Another person each time: the same one twice in a month is a finding of its own.
                if (parts[0] == "RE" && i > 0) parts[4] += string.Concat(parts[1].Select(d => (char)(d - '0' + '０')));
                text.AppendJoin(',', parts).Append('\n');
            }
        return UkeText.Bytes(text.Append(lines[^1]).Append("\n␚").ToString());
    }

    /// <summary>A name, a station and texts that a careless page would run as markup; and enough mistakes to be told about them.</summary>
    public static byte[] WithMarkup() {
        var lines = Lines("demo-station-b");
        for (var i = 0; i < lines.Length; i++) {
            var parts = lines[i].Split(',');
            if (parts[0] == "HM") parts[5] = Markup;
            if (parts[0] == "RE") parts[4] = Markup + parts[1];
            if (parts[0] == "JS") parts[1] = Markup;
            if (parts[0] == "RE" && parts[1] == "2") parts[6] = "3";
            if (parts[0] == "HO") parts[1] = Markup[..8];
            lines[i] = string.Join(',', parts);
        }
        return UkeText.Bytes(string.Join('\n', lines) + "\n␚");
    }

    private static string[] Lines(string sample) {
        using var reader = new StreamReader(typeof(UkeText).Assembly.GetManifestResourceStream($"Samples/{sample}.uke.txt") ?? throw new ArgumentException($"no sample {sample}", nameof(sample)));
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }
}
