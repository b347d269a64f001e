using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Domain.Tests.Eligibility;

/// <summary>Fictional answers, and answers as text to compare.</summary>
internal static class Answers {
    public const string Station = "1369999999";
    public static readonly DateTime Now = new(2026, 4, 1, 9, 0, 3);

    public static XElement Single(OqsPerson? person, string consent = "1", string? referenceNumber = null, string processedAt = "20260401090003", string? identifier = "EC1", string segment = "1") =>
        OqsMessages.Message([("ProcessExecutionTime", processedAt), ("QualificationConfirmationDate", "20260401"), ("MedicalInstitutionCode", Station),
            ("ArbitraryFileIdentifier", identifier), ("ReferenceClassification", "2"), ("SegmentOfResult", segment)], [.. OqsMessages.Unit(person, consent, referenceNumber)]);

    public static XElement Bulk(params IEnumerable<(string Key, OqsPerson Person)> people) =>
        OqsMessages.Message([("ProcessExecutionTime", "20260401090003"), ("QualificationConfirmationDate", "20260401"), ("MedicalInstitutionCode", Station),
            ("ReceptionNumber", "R1"), ("SegmentOfResult", "1")], [.. people.Select(p => new XElement("BulkConfirmUnit",
                new XElement("QualificationConfirmSearchInfo", OqsMessages.Values(("InsurerNumber", p.Person.Insurer.PadLeft(8)), ("InsuredIdentificationNumber", p.Person.Number),
                    ("Birthdate", p.Person.Birth), ("ArbitraryIdentifier", p.Key))), OqsMessages.Unit(p.Person, "0", null)))]);

    public static OqsAnswer Read(XElement message, string name = "OQSsiquc01res_1.xml") => Read(OqsText.Utf8(message), name);

    public static OqsAnswer Read(byte[] bytes, string name = "OQSsiquc01res_1.xml") => AnswerReader.Read(OqsFileName.Parse(name)!, bytes);

    public static OqsAnswer ReadText(string xml, string name = "OQSsiquc01res_1.xml") => Read(Encoding.UTF8.GetBytes(xml), name);

    public static CardSearch Search(OqsPerson person, string? key = null) => new(person.Insurer, person.Symbol, person.Number, person.Branch,
        DateOnly.ParseExact(person.Birth, "yyyyMMdd"), LimitConsent.Given, key);

    /// <summary>Everything that was read, without the lines it stood in.</summary>
    public static string Text(OqsAnswer answer) {
        var into = new MemoryStream();
        using (var json = new Utf8JsonWriter(into, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) {
            json.WriteStartObject();
            AnswerJson.Write(json, answer);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(into.ToArray()) + string.Join('\n', answer.Findings.Select(f => $"{f.Code} {f.Place.Field} {f.Message}").Order(StringComparer.Ordinal));
    }
}
