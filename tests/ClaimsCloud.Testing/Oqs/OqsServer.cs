using System.Globalization;
using System.Xml.Linq;

namespace ClaimsCloud.Testing.Oqs;

/// <summary>
/// The server behind the terminal: what it answers to a request. Keeps 受付番号 and 照会番号 that it gave or got.
/// </summary>
internal sealed class OqsServer(Func<OqsFault, bool> has) {
    private readonly Dictionary<string, IReadOnlyList<XElement>> _receptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _referenceNumbers = new(StringComparer.Ordinal);

    public List<OqsPerson> People { get; } = [];

    /// <param name="kind">Prefix and step: <c>OQSmuquc01</c>.</param>
    /// <param name="at">Japanese time.</param>
    public XElement Answer(string kind, XElement request, DateTime at) {
        var body = request.Element("MessageBody")!;
        var header = Header(request, at);
        if (has(OqsFault.ServerError)) return OqsMessages.Message([.. header, ("SegmentOfResult", "9"), ("ErrorCode", "XX0001"), ("ErrorMessage", "模擬のエラーです。")]);
        return (kind[3..8], kind[^1]) switch {
            ("siquc", _) => Single(header, body.Element("QualificationConfirmSearchInfo")!),
            ("siimm", _) => OqsMessages.Message([.. header, ("SegmentOfResult", "1")], Register(body.Element("ReferenceNumberRegistrationInfo")!)),
            (_, '1') => Receive(header, Units(kind, body), at),
            _ => Fetch(header, body.Element("ReceptionNumber")!.Value),
        };
    }

    public XElement Face(OqsPerson person, string station, string device, DateTime at) => OqsMessages.Message(
        [.. Times(at), ("ReferenceClassification", "1"), ("SegmentOfResult", "1"), ("MedicalInstitutionCode", station), ("ArbitraryFileIdentifier", device)],
        [.. OqsMessages.Unit(person, "1", ReferenceNumberOf(person))]);

    private List<(string, string?)> Header(XElement request, DateTime at) {
        if (has(OqsFault.OldAnswer)) at = at.AddDays(-1);
        if (has(OqsFault.FutureAnswer)) at = at.AddDays(1);
        var asked = request.Element("MessageHeader")!;
        var mark = asked.Element("ArbitraryFileIdentifier")?.Value;
        return [.. Times(at), ("MedicalInstitutionCode", has(OqsFault.OtherStation) ? "1369999990" : asked.Element("MedicalInstitutionCode")!.Value),
            ("ArbitraryFileIdentifier", has(OqsFault.OtherIdentifier) && mark is not null ? mark + "x" : mark)];
    }

    private static (string, string?)[] Times(DateTime at) =>
        [("ProcessExecutionTime", at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)), ("QualificationConfirmationDate", at.ToString("yyyyMMdd", CultureInfo.InvariantCulture))];

    private XElement Single(List<(string, string?)> header, XElement search) =>
        OqsMessages.Message([.. header, ("ReferenceClassification", "2"), ("SegmentOfResult", "1")],
            [.. OqsMessages.Unit(Find(search), search.Element("LimitApplicationCertificateRelatedConsFlg")?.Value ?? "0", Find(search) is { } p ? ReferenceNumberOf(p) : null), Echo(search)]);

    private IReadOnlyList<XElement> Units(string kind, XElement body) => kind[3..8] switch {
        "muquc" => [.. body.Elements("QualificationConfirmSearchInfo").Select(s => new XElement("BulkConfirmUnit", [Echo(s), .. OqsMessages.Unit(Find(s), "0", null)]))],
        "muimm" => [.. body.Elements("ReferenceNumberRegistrationInfo").Select(r => new XElement("BulkRegistrationUnit", Register(r)))],
        "muhvq" => [.. People.Where(p => Within(p.ConsentOn, body.Descendants("ConsentDateFrom").First().Value, body.Descendants("ConsentDateTo").First().Value)).Select(Consented)],
        "mutic" => [.. People.Where(p => p.AidMonth == body.Descendants("MedicalTreatmentMonth").First().Value).Select(Consented)],
        _ => [],
    };

    private static bool Within(string? day, string from, string to) => day is not null && string.CompareOrdinal(from, day) <= 0 && string.CompareOrdinal(day, to) <= 0;

    private XElement Consented(OqsPerson person) => new("BulkConfirmUnit", OqsMessages.Unit(person, "1", ReferenceNumberOf(person)));

    private XElement Receive(List<(string, string?)> header, IReadOnlyList<XElement> units, DateTime at) {
        var number = $"R{_receptions.Count + 1:0000000000000}";
        _receptions[number] = units;
        return OqsMessages.Message(header, OqsMessages.Values(("ReceptionNumber", number), ("ReceptionDateTime", at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture))));
    }

    private XElement Fetch(List<(string, string?)> header, string number) {
        if (!_receptions.TryGetValue(number, out var units)) return OqsMessages.Message([.. header, ("ReceptionNumber", number), ("SegmentOfResult", "9"), ("ErrorCode", "XX0002")]);
        if (has(OqsFault.StillProcessing)) return OqsMessages.Message([.. header, ("ReceptionNumber", number), ("SegmentOfResult", "2")]);
        var count = units.Count.ToString(CultureInfo.InvariantCulture);
        return OqsMessages.Message([.. header, ("ReceptionNumber", number), ("SegmentOfResult", "1"), ("NumberOfProcessingResult", count), ("NumberOfNormalProcessing", count), ("NumberOfError", "0")], units);
    }

    private object[] Register(XElement registration) {
        _referenceNumbers[$"{registration.Element("InsurerNumber")!.Value.Trim()}/{registration.Element("InsuredIdentificationNumber")!.Value}"] = registration.Element("ReferenceNumber")!.Value;
        return [new XElement(registration), new XElement("ProcessingResultStatus", "1")];
    }

    private string? ReferenceNumberOf(OqsPerson person) => _referenceNumbers.GetValueOrDefault($"{person.Insurer}/{person.Number}");

    private XElement Echo(XElement search) {
        var echo = new XElement(search);
        if (has(OqsFault.OtherPerson)) echo.Element("InsuredIdentificationNumber")!.Value += "0";
        return echo;
    }

    private OqsPerson? Find(XElement search) {
        var asked = (search.Element("InsurerNumber")!.Value.Trim(), search.Element("InsuredIdentificationNumber")!.Value);
        return People.Find(p => ((p.Insurer, p.Number) == asked || p.Former == asked) && p.Birth == search.Element("Birthdate")!.Value);
    }
}
