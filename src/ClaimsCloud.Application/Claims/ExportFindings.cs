using System.Text;
using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.Claims;

/// <summary>All findings of a file as a spreadsheet opens them with Japanese intact: UTF-8 with its mark, CR LF, and no cell that a spreadsheet would take for a formula.</summary>
internal static class ExportFindings {
    private static readonly string[] Titles = ["レセプト（何件目）", "氏名", "重さ", "判定", "ルール", "指摘", "直し方", "レコード", "行", "項目", "根拠", "確認した理由"];
    private static readonly Dictionary<string, string> Severities = Enum.GetValues<Severity>().ToDictionary(s => s.Name(), s => s.Japanese());
    private static readonly Dictionary<string, string> Verdicts = Enum.GetValues<Verdict>().ToDictionary(v => v.Name(), v => v.Japanese());

    public static async Task<IResult> Handle(string fileId, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } file) return new Refused(Refusals.NotFound);
        await tenant.Record(new(AuditAct.FindingsDownloaded, caller, fileId), stop);
        return TypedResults.Stream(async output => {
            await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
            await text.WriteLineAsync(Line(Titles));
            if (file.Value.Check is not { } check) return;
            await foreach (var row in new RowsReader<FindingRow>(tenant.Blobs, check.FindingRows).All(stop)) await text.WriteLineAsync(Line(Cells(row)));
        }, "text/csv", $"{fileId}.csv");
    }

    private static string?[] Cells(FindingRow row) => [$"{row.Claim}", row.PatientName, Severities[row.Severity], Verdicts[row.Verdict], row.Code, row.Message, row.Fix,
        row.Record, $"{row.Line}", row.Field, row.Source, row.Override?.Why];

    private static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(c => Cell(c ?? "")));

    private static string Cell(string text) {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..]) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
