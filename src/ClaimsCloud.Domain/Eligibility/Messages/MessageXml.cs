using System.Text;
using System.Xml;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>One element: its children, or its own text exactly as written (insurer numbers begin with spaces).</summary>
internal sealed class MessageElement(string name, int line) {
    public string Name => name;
    public int Line => line;
    public List<MessageElement> Children { get; } = [];
    public string Text { get; set; } = "";

    public MessageElement? First(string child) => Children.FirstOrDefault(c => c.Name == child);
}

/// <summary>XML to elements. No document types, no entities but the five, nothing is ever fetched; depth and size are bounded.</summary>
internal static class MessageXml {
    private const int Depth = 16;
    private const string AskAgain = "もう一度照会してください。同じことが続くときは、ファイルを添えて保守窓口へ連絡してください。";

    /// <returns>The root <c>XmlMsg</c>, or null when a finding says why there is none.</returns>
    public static MessageElement? Parse(string text, OqsFindings findings) {
        if (text.Contains("<!DOCTYPE", StringComparison.Ordinal)) {
            findings.Refuse("EQ0005", "DTD（DOCTYPE）を含むXMLです。安全のため読みません。", "資格確認端末が作ったファイルではない可能性があります。保守窓口へ連絡してください。");
            return null;
        }
        try {
            var root = Read(text, findings);
            if (root is null || root.Name == "XmlMsg") return root;
            findings.Refuse("EQ0008", "オンライン資格確認のファイルではありません（XmlMsgがありません）。", AskAgain, root.Line);
        } catch (XmlException e) {
            findings.Refuse("EQ0006", "XMLとして読めません。途中で切れているか、壊れています。", AskAgain, e.LineNumber);
        }
        return null;
    }

    private static MessageElement? Read(string text, OqsFindings findings) {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
        });
        var lines = (IXmlLineInfo)reader;
        var open = new Stack<MessageElement>();
        var own = new StringBuilder();
        MessageElement? root = null;
        while (reader.Read()) {
            switch (reader.NodeType) {
                case XmlNodeType.Element:
                    var element = new MessageElement(reader.LocalName, lines.LineNumber);
                    if (open.TryPeek(out var parent)) parent.Children.Add(element);
                    else root = element;
                    own.Clear();
                    if (reader.IsEmptyElement) break;
                    open.Push(element);
                    if (open.Count <= Depth) break;
                    findings.Refuse("EQ0007", $"項目の入れ子が{Depth}段より深いXMLです。", AskAgain, lines.LineNumber);
                    return null;
                case XmlNodeType.EndElement:
                    var closed = open.Pop();
                    if (closed.Children.Count == 0) closed.Text = own.ToString();
                    own.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    own.Append(reader.Value);
                    break;
            }
        }
        return root;
    }
}
