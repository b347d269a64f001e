using System.Text;
using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.CareClaims;

/// <summary>An invented file of two claims without a finding, and what happens to it.</summary>
internal static class CareFiles {
    public const string Office = "1360190001";

    /// <summary>Lines without their numbers: <see cref="Bytes"/> puts them in.</summary>
    public static readonly string[] Lines = [
        "0,{count},711,0,0,1360190001,0,7,202505,0",
        "7111,202504,1360190001,1,0,01,2,4234,48266,43439,1074,3753,,,,,,",
        "7111,202504,1360190001,2,12,01,1,942,10738,0,1074,0,,,,,,",
        "7131,01,202504,1360190001,00131011,0000000001,,,,,,,19400115,2,23,,20250101,20261231,1,1370100016,,,,,,,,,90,,,,3292,33775,3753,,,,,,,,,,,,,,,,,,,,,",
        "7131,02,202504,1360190001,00131011,0000000001,13,1211,823,4,,,,3292,,,,",
        "7131,10,202504,1360190001,00131011,0000000001,13,4,3500,3292,0,,,3292,1140,33775,3753,,,,,,,,,,,,,,,,,,,,,",
        "7131,01,202504,1360190001,00131011,0000000002,12130001,0000018,,,,,19451203,1,21,,20250401,20260331,1,1370100016,,,,,,,,,90,100,,,942,9664,0,,,,942,1074,0,,,,,,,,,,,,,,,",
        "7131,02,202504,1360190001,00131011,0000000002,13,1111,471,2,2,,,942,942,,,",
        "7131,10,202504,1360190001,00131011,0000000002,13,2,942,942,0,,,942,1140,9664,0,942,1074,0,,,,,,,,,,,,,,,,,,",
    ];

    public static byte[] Bytes(params string[] lines) => Encode(Text(lines));

    public static string Text(string[] lines) {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++) text.Append(i == 0 ? "1,1," : $"2,{i + 1},").Append(lines[i].Replace("{count}", $"{lines.Length - 1}", StringComparison.Ordinal)).Append("\r\n");
        return text.Append($"3,{lines.Length + 1}\r\n").ToString();
    }

    public static byte[] Encode(string text) => [.. text.SelectMany(c => c < 0x80 ? [(byte)c] : ClaimText.Encode($"{c}"))];

    public static IReadOnlyList<Finding> Check(byte[] file) => CareFileCheck.Run(new MemoryStream(file), []);

    public static List<CareRecord> Read(byte[] file) => [.. CareFileReader.Read(new MemoryStream(file), CareFileSpec.Release202404)];

    /// <summary>The lines and their endings, as they were read.</summary>
    public static byte[] Copy(byte[] file) {
        var copy = new MemoryStream();
        var writer = new RecordWriter(copy);
        foreach (var record in Read(file)) writer.WriteRaw(record.Bytes, record.Ending);
        writer.Flush();
        return copy.ToArray();
    }

    /// <summary>The values put into drafts and written anew.</summary>
    public static byte[] Rewritten(byte[] file) {
        var drafts = Read(file).Where(r => r.Kind != CareLineKind.End).Select(Draft).ToList();
        var copy = new MemoryStream();
        CareFileWriter.Write(drafts[0], drafts[1..], copy);
        return copy.ToArray();
    }

    private static CareRecordDraft Draft(CareRecord record) {
        var draft = new CareRecordDraft(record.Layout!);
        foreach (var field in record.Layout!.Fields) draft.Set(field.English, record.Text(field.Position) ?? "");
        return draft;
    }
}
