using System.Xml.Linq;

namespace ClaimsCloud.Testing.Oqs;

/// <summary>Answers as elements.</summary>
public static class OqsMessages {
    /// <param name="header">Element names and values; null values are left out.</param>
    public static XElement Message(IEnumerable<(string Name, string? Value)> header, params object?[] body) =>
        new("XmlMsg", new XElement("MessageHeader", Values(header)), new XElement("MessageBody", body));

    public static IEnumerable<XElement> Values(params IEnumerable<(string Name, string? Value)> values) =>
        values.Where(v => v.Value is not null).Select(v => new XElement(v.Name, v.Value));

    /// <summary>What stands in the body about one person, or about nobody.</summary>
    public static IEnumerable<object> Unit(OqsPerson? person, string consent, string? referenceNumber) {
        yield return new XElement("ProcessingResultStatus", "1");
        yield return new XElement("QualificationValidity", person?.Validity ?? "4");
        if (person is null) yield break;
        yield return new XElement("ResultList", Result(person, consent));
        if (referenceNumber is not null) yield return new XElement("ReferenceNumber", referenceNumber);
    }

    public static XElement Result(OqsPerson person, string consent) => new("ResultOfQualificationConfirmation",
        Values(("InsuredCardClassification", person.AidMonth is null ? "01" : "A1"), ("InsurerNumber", person.Insurer.PadLeft(8)), ("InsuredCardSymbol", person.Symbol),
            ("InsuredIdentificationNumber", person.Number), ("InsuredBranchNumber", person.Branch), ("PersonalFamilyClassification", person.Relationship),
            ("Name", person.Name), ("NameKana", person.Kana), ("Sex1", person.Sex), ("Birthdate", person.Birth), ("InsuredCardValidDate", person.ValidFrom),
            ("InsuredCardExpirationDate", person.ValidTo), ("DisqualificationDate", person.LostOn), ("ReasonOfLoss", person.ReasonOfLoss),
            ("InsuredPartialContributionRatio", person.Ratio), ("InsurerName", "架空市"), ("LimitApplicationCertificateRelatedConsFlg", person.LimitClass is null ? null : consent)),
        person.LimitClass is null || consent != "1" ? null : new XElement("LimitApplicationCertificateRelatedInfo",
            Values(("LimitApplicationCertificateClassification", "02"), ("LimitApplicationCertificateClassificationFlag", person.LimitClass),
                ("LimitApplicationCertificateValidStartDate", "20250801"), ("LimitApplicationCertificateValidEndDate", "20260731"))),
        person.AidMonth is null ? null : new XElement("PublicExpenseResultList", new XElement("MedicalTicketInfo",
            Values(("TicketType", "01"), ("MedicalTreatmentMonth", person.AidMonth), ("DesignatedMedicalInstitutionFlag", "0"), ("MedicalTreatmentType", "05"), ("SelfPayAmount", "0")))));
}
