using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Statements;

namespace ClaimsCloud.Cli;

/// <summary><c>claims returns read FILE [--name NAME] [--json]</c>: what a file from the closed network says, and which reading was used.</summary>
internal static class ReturnsRead {
    public static Command Command() {
        var file = new Argument<string>("FILE") { Description = "オンライン請求システムからダウンロードしたファイル。- は標準入力です。" };
        var name = new Option<string?>("--name") { Description = "元のファイル名。一覧（CSV）の種類はファイル名から分かります。" };
        var json = FileArgument.JsonOption();
        var command = new Command("read", "返戻ファイル、受付結果・請求確定・増減点・振込の一覧を読みます。") { file, name, json };
        command.SetAction(parsed => {
            var path = parsed.GetRequiredValue(file);
            return (int)FileArgument.Read(path, stream => Read(stream, parsed.GetValue(name) ?? Path.GetFileName(path), parsed.GetValue(json) ? Json : Text));
        });
        return command;
    }

    private static ExitCode Read(Stream stream, string name, Action<ReturnedDocument> show) {
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var document = ReturnedDocument.Read(name, bytes.ToArray());
        show(document);
        if (document.Kind is null || document.Damaged) return ExitCode.Unusable;
        return document.Findings.Any(f => f.IsError) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static void Json(ReturnedDocument document) {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        ReturnsJson.Write(json, document);
    }

    private static void Text(ReturnedDocument document) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        output.WriteLine(Title(document.Kind));
        switch (document.Contents) {
            case ReturnedClaimFile file: Write(output, file); break;
            case AcceptanceList list:
                foreach (var entry in list.Entries) output.WriteLine($"レセプト{entry.Claim?.ToString() ?? "全件"}　{entry.ErrorCode}　{entry.Message}");
                break;
            case ConfirmationList list:
                output.WriteLine($"確定{list.Entries.Count(e => e.Claimed)}件　対象外{list.Entries.Count(e => !e.Claimed)}件");
                break;
            case Statement { Understood: true } statement:
                foreach (var entry in statement.Entries)
                    output.WriteLine($"{entry.Line}行　{entry.Key.ReceiptNumber?.ToString() ?? entry.Key.ReceptionNumber}　増減{entry.AdjustmentYen}円　支払{entry.PaidYen}円　{string.Join('・', entry.Reasons)}");
                break;
            case Statement statement:
                foreach (var row in statement.Raw) output.WriteLine(string.Join("　｜　", row));
                break;
        }
        foreach (var finding in document.Findings) FindingOutput.Write(output, finding);
    }

    private static void Write(StreamWriter output, ReturnedClaimFile file) {
        foreach (var claim in file.Claims) {
            output.WriteLine($"── 返戻 {claim.Number} ──　{claim.Data.Common.PatientName}　{claim.Data.Common.ServiceMonth}　{claim.Data.TotalYen:N0}円　検索番号 {claim.SearchNumber}　履歴{claim.History.Lines.Count}行");
            foreach (var reason in claim.Reasons) {
                var words = ReturnReasons.Of(reason.Code);
                output.WriteLine($"  {reason.Code} {words.Title}　{reason.Text}　{reason.Supplement}".TrimEnd());
                output.WriteLine($"    よくある原因: {words.Cause}　直し方: {words.Fix}（{words.Owner.Japanese()}）");
            }
        }
    }

    private static string Title(ReturnFileKind? kind) => kind switch {
        ReturnFileKind.ReturnedClaims => "返戻ファイル", ReturnFileKind.AcceptanceList => "受付・事務点検ASP結果リスト", ReturnFileKind.ConfirmationList => "請求確定状況",
        ReturnFileKind.AdjustmentNotice => "増減点連絡書", ReturnFileKind.ReturnStatement => "返戻内訳書", ReturnFileKind.PaymentStatement => "振込額明細",
        _ => "種類の分からないファイルです。--name で元のファイル名を指定してください。",
    };
}
