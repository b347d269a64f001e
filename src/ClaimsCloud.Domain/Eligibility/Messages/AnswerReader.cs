using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>Reads what the terminal wrote into <c>res</c> or <c>face</c>.</summary>
public static class AnswerReader {
    /// <summary>Never throws: whatever is wrong with the bytes is a finding, and the bytes are the caller's to keep.</summary>
    /// <param name="name">The file's own name: it decides what the file should be.</param>
    public static OqsAnswer Read(OqsFileName name, ReadOnlySpan<byte> bytes) {
        ArgumentNullException.ThrowIfNull(name);
        var findings = new OqsFindings();
        var encoding = OqsEncoding.Utf8;
        var root = Content(name, bytes, findings) is { } content ? Root(content, findings, out encoding) : null;
        var blocks = new BlockReader(findings);
        var header = root?.First("MessageHeader") is { } head ? blocks.Read(head, BlockLayout.Of("MessageHeader")) : Block.Empty("MessageHeader");
        var body = root?.First("MessageBody") is { } inner ? blocks.Read(inner, BlockLayout.Of("MessageBody")) : Block.Empty("MessageBody");
        if (root is not null) Inspect(root, name, encoding, header, findings);
        var answer = new OqsAnswer(name, encoding, header, body, findings.HasRefusal ? [] : Units(name, body), []);
        if (!findings.HasRefusal && name is { Family: not null, Role: not OqsFileRole.Request }) Inspect(answer, findings);
        return answer with { Findings = findings.All };
    }

    /// <summary>Elements of any message; null when a finding says why there are none.</summary>
    internal static MessageElement? Root(ReadOnlySpan<byte> bytes, OqsFindings findings, out OqsEncoding encoding) =>
        MessageText.Decode(bytes, findings, out encoding) is { } text ? MessageXml.Parse(text, findings) : null;

    private static byte[]? Content(OqsFileName name, ReadOnlySpan<byte> bytes, OqsFindings findings) {
        var limit = name.Interface?.Steps == 1 ? OqsLimits.SingleFile : OqsLimits.BulkFile;
        if (bytes.Length > limit) findings.Refuse("EQ0011", $"ファイルが大きすぎます（{limit >> 20}MBまで）。", "資格確認端末が作ったファイルかどうかを確かめてください。");
        else if (name.Extension == "pdf") findings.Refuse("EQ0012", "PDFの結果です。資格情報は読み取れません。", "PDFのまま見てください。");
        else if (name.Extension == "zip" && bytes.StartsWith("PK"u8)) return AnswerContainer.Unpack(bytes, $"{name.Prefix}{name.Step:00}res_", limit, findings);
        else return bytes.ToArray();
        return null;
    }

    private static IReadOnlyList<AnswerUnit> Units(OqsFileName name, Block body) {
        if (name.Family is null) return [];
        var units = body.Blocks.Where(b => b.Name is "BulkConfirmUnit" or "BulkRegistrationUnit").ToList();
        if (units.Count > 0) return [.. units.Select(u => new AnswerUnit(u))];
        return name is { CarriesResults: true, Interface.Steps: 1 } && body.Values.Count + body.Blocks.Count > 0 ? [new(body)] : [];
    }

    private static void Inspect(MessageElement root, OqsFileName name, OqsEncoding encoding, Block header, OqsFindings findings) {
        if (name.Family is null) findings.AddUnchecked("EQ0013", Severity.Query, null, null,
            $"{name.Interface?.Japanese ?? "知らない種類"}のファイルです。項目の形式をまだ確かめていないため、内容は使いません。", "ファイルはそのまま残しています。保守窓口へ連絡してください。");
        if (root.First("MessageHeader") is null)
            findings.Refuse("EQ0014", "ヘッダー（MessageHeader）がありません。", "もう一度照会してください。", root.Line);
        if (header.Text("CharacterCodeIdentifier") is "0" or "1" && header.Text("CharacterCodeIdentifier") != (encoding == OqsEncoding.Utf8 ? "0" : "1"))
            findings.Add("EQ0106", Severity.Hint, header.Line, "文字コード識別", "文字コード識別と実際の文字コードが違います。実際の文字コードで読みました。", "対応は不要です。");
    }

    private static void Inspect(OqsAnswer answer, OqsFindings findings) {
        if (answer.Progress == AnswerProgress.Failed)
            findings.Add("EQ0107", Severity.Query, answer.Header.Line, "処理結果区分", "異常終了の回答です。", "エラーコードとメッセージを見て、条件を直してから照会してください。");
        else if (answer is { Progress: AnswerProgress.Done, Name.Step: 1, Name.Interface.Steps: 2, ReceptionNumber: null })
            findings.Add("EQ0108", Severity.Query, answer.Body.Line, "受付番号", "受付番号がありません。結果を受け取れません。", "もう一度、一括の照会をしてください。");
        else if (answer.Progress == AnswerProgress.Done && answer.Name.CarriesResults && answer.Units.Count == 0 && answer.Name.Interface!.Steps == 1)
            findings.Add("EQ0109", Severity.Query, answer.Body.Line, null, "結果が1件もない回答です。", "もう一度照会してください。");
    }
}
