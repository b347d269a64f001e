using System.Globalization;
using System.Text;
using System.Xml;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>A request as a file, or what keeps it from being one.</summary>
/// <param name="Content">Empty when there are findings.</param>
public sealed record WrittenRequest(ReadOnlyMemory<byte> Content, IReadOnlyList<Finding> Findings);

/// <summary>
/// Writes requests: UTF-8 without byte order mark (the terminal takes UTF-8 and Shift_JIS; UTF-8 can lose no character of a name). Insurer numbers shorter than
/// 8 are padded with spaces on the left; elements without value are left out.
/// </summary>
public static class RequestWriter {
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n";
    private static readonly XmlWriterSettings Settings = new() {
        OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static WrittenRequest Write(OqsRequest request) {
        ArgumentNullException.ThrowIfNull(request);
        var findings = RequestCheck.Inspect(request);
        if (findings.Count > 0) return new(default, findings);
        var into = new MemoryStream();
        into.Write(Encoding.ASCII.GetBytes(Declaration));
        using (var xml = XmlWriter.Create(into, Settings)) {
            xml.WriteStartElement("XmlMsg");
            xml.WriteStartElement("MessageHeader");
            Header(xml, request);
            xml.WriteEndElement();
            xml.WriteStartElement("MessageBody");
            Body(xml, request);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return new(into.ToArray(), []);
    }

    private static void Header(XmlWriter xml, OqsRequest request) {
        if (request is SingleCheckRequest { On: var single }) Element(xml, "QualificationConfirmationDate", Day(single));
        if (request is BulkCheckRequest { On: var bulk }) Element(xml, "QualificationConfirmationDate", Day(bulk));
        Element(xml, "MedicalInstitutionCode", request.StationCode);
        if (request is MarkedRequest { Identifier: var mark }) Element(xml, "ArbitraryFileIdentifier", mark);
    }

    private static void Body(XmlWriter xml, OqsRequest request) {
        switch (request) {
            case SingleCheckRequest single: Card(xml, single.Person, WithConsent); break;
            case BulkCheckRequest bulk:
                foreach (var person in bulk.People) Card(xml, person, WithKey);
                break;
            case FetchRequest fetch: Element(xml, "ReceptionNumber", fetch.ReceptionNumber); break;
            case NumberRegistrationRequest one: Registration(xml, one.Person); break;
            case BulkNumberRegistrationRequest many:
                foreach (var person in many.People) Registration(xml, person);
                break;
            case ConsentedVisitsRequest consent: Search(xml, ("ConsentDateFrom", Day(consent.From)), ("ConsentDateTo", Day(consent.To)), ("MedicalTreatmentFlag", VisitTreatment)); break;
            case MedicalAidRequest aid: Search(xml, ("MedicalTreatmentMonth", aid.Month.ToString())); break;
            default: throw new ArgumentOutOfRangeException(nameof(request));
        }
    }

    /// <summary>OQSCD028: 訪問診療等.</summary>
    internal const string VisitTreatment = "2";

    private static void Search(XmlWriter xml, params ReadOnlySpan<(string Element, string Value)> conditions) {
        xml.WriteStartElement("QualificationConfirmSearchInfo");
        foreach (var (element, value) in conditions) Element(xml, element, value);
        xml.WriteEndElement();
    }

    private static void Card(XmlWriter xml, CardSearch card, Action<XmlWriter, CardSearch> last) {
        xml.WriteStartElement("QualificationConfirmSearchInfo");
        Common(xml, card.InsurerNumber, card.Symbol, card.Number, card.Branch);
        Element(xml, "Birthdate", Day(card.BirthDate));
        last(xml, card);
        xml.WriteEndElement();
    }

    private static void WithConsent(XmlWriter xml, CardSearch card) =>
        Element(xml, "LimitApplicationCertificateRelatedConsFlg", card.LimitConsent == LimitConsent.Given ? "1" : "0");

    private static void WithKey(XmlWriter xml, CardSearch card) => Element(xml, "ArbitraryIdentifier", card.PersonKey);

    private static void Registration(XmlWriter xml, CardRegistration card) {
        xml.WriteStartElement("ReferenceNumberRegistrationInfo");
        Element(xml, "ReferenceNumber", card.ReferenceNumber);
        Common(xml, card.InsurerNumber, card.Symbol, card.Number, card.Branch);
        xml.WriteEndElement();
    }

    private static void Common(XmlWriter xml, string insurer, string? symbol, string number, string? branch) {
        Element(xml, "InsurerNumber", insurer.PadLeft(8, ' '));
        Element(xml, "InsuredCardSymbol", symbol);
        Element(xml, "InsuredIdentificationNumber", number);
        Element(xml, "InsuredBranchNumber", branch);
    }

    private static void Element(XmlWriter xml, string element, string? value) {
        if (value is not null) xml.WriteElementString(element, value);
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
