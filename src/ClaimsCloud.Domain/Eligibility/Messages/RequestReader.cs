using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>A request file as read.</summary>
/// <param name="Request">Null when it cannot be understood; the findings say why.</param>
public sealed record ReadRequest(OqsRequest? Request, IReadOnlyList<Finding> Findings);

/// <summary>Reads request files back: for the support desk, and to prove that what is placed is what was asked.</summary>
public static class RequestReader {
    /// <summary>Never throws.</summary>
    public static ReadRequest Read(OqsFileName name, ReadOnlySpan<byte> bytes) {
        ArgumentNullException.ThrowIfNull(name);
        var read = AnswerReader.Read(name, bytes);
        if (read.Damaged || name.Family is not { } family) return new(null, read.Findings);
        var request = name.Role == OqsFileRole.Request ? Build(family, name.Step, read.Header, read.Body) : null;
        if (request is not null) return new(request, [.. read.Findings, .. RequestCheck.Inspect(request)]);
        var findings = new OqsFindings();
        findings.Refuse("EQ0015", "要求として読めません。必要な項目がないか、読めない値です。", "ファイルを作り直してください。");
        return new(null, [.. read.Findings, .. findings.All]);
    }

    private static OqsRequest? Build(OqsFamily family, int step, Block header, Block body) {
        var station = header.Text("MedicalInstitutionCode") ?? "";
        var mark = header.Text("ArbitraryFileIdentifier") ?? "";
        var on = header.Date("QualificationConfirmationDate");
        var search = body.First("QualificationConfirmSearchInfo");
        if (step == 2) return body.Text("ReceptionNumber") is { } number ? new FetchRequest(station, family, number) : null;
        return family switch {
            OqsFamily.SingleCheck => on is { } day && search is not null && Card(search) is { } card ? new SingleCheckRequest(station, mark, day, card) : null,
            OqsFamily.BulkCheck => on is { } day && All(body, "QualificationConfirmSearchInfo", Card) is { } people ? new BulkCheckRequest(station, mark, day, people) : null,
            OqsFamily.NumberRegistration => All(body, "ReferenceNumberRegistrationInfo", Registration) is [var one] ? new NumberRegistrationRequest(station, mark, one) : null,
            OqsFamily.BulkNumberRegistration => All(body, "ReferenceNumberRegistrationInfo", Registration) is { } many ? new BulkNumberRegistrationRequest(station, mark, many) : null,
            OqsFamily.ConsentedVisits => search?.Date("ConsentDateFrom") is { } from && search.Date("ConsentDateTo") is { } to ? new ConsentedVisitsRequest(station, mark, from, to) : null,
            OqsFamily.MedicalAid => search?.Month("MedicalTreatmentMonth") is { } month ? new MedicalAidRequest(station, mark, month) : null,
            _ => null,
        };
    }

    /// <summary>Null when one of them cannot be read: a request is whole or nothing.</summary>
    private static List<T>? All<T>(Block body, string name, Func<Block, T?> read) where T : class {
        var all = body.All(name).Select(read).ToList();
        return all.TrueForAll(one => one is not null) ? all!.ConvertAll(one => one!) : null;
    }

    private static CardSearch? Card(Block search) =>
        search.Text("InsurerNumber") is { } insurer && search.Text("InsuredIdentificationNumber") is { } number && search.Date("Birthdate") is { } birth
            ? new(insurer.TrimStart(' '), search.Text("InsuredCardSymbol"), number, search.Text("InsuredBranchNumber"), birth,
                search.Text("LimitApplicationCertificateRelatedConsFlg") == "1" ? LimitConsent.Given : LimitConsent.NotGiven, search.Text("ArbitraryIdentifier"))
            : null;

    private static CardRegistration? Registration(Block registration) =>
        registration.Text("ReferenceNumber") is { } reference && registration.Text("InsurerNumber") is { } insurer && registration.Text("InsuredIdentificationNumber") is { } number
            ? new(reference, insurer.TrimStart(' '), registration.Text("InsuredCardSymbol"), number, registration.Text("InsuredBranchNumber")) : null;
}
