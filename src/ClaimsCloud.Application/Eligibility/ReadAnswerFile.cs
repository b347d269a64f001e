using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>A file of the interface with the results that wait for a person to say whose they are.</summary>
internal static class ReadAnswerFile {
    public static async Task<Results<Ok<EligibilityFileDetail>, Refused>> Handle(string contentKey, TenantScope tenant, CancellationToken stop) =>
        await tenant.Documents.Get(AnswerFile.Kind, contentKey, stop) is { } file ? TypedResults.Ok(await Detail(file, tenant, stop)) : (Refused)Refusals.NotFound;

    /// <summary>The answer as it came, read again.</summary>
    public static async Task<OqsAnswer> Answer(AnswerFile file, TenantScope tenant, CancellationToken stop) => AnswerReader.Read(OqsFileName.Parse(file.Name)!, await tenant.BlobBytes(file.Blob, stop));

    public static async Task<EligibilityFileDetail> Detail(Stored<AnswerFile> file, TenantScope tenant, CancellationToken stop) {
        var sheets = await tenant.NewestMonths(stop) is [var month, ..] ? await tenant.Sheets(month.Id, stop) : [];
        ResultCandidate[] patients = [.. sheets.Where(s => !s.Value.IsStation).Select(s => new ResultCandidate(s.Value.Patient, s.Value.Name, s.Value.Kana, MonthCards.Person(s.Value.Rows, s.Value.Patient, null)?.BirthDate))];
        var answer = file.Value.Unmatched.Count == 0 ? null : await Answer(file.Value, tenant, stop);
        return new(ListAnswerFiles.Row(file), [.. file.Value.Unmatched.Select(place => Shown(place, answer!, patients))], patients, file.Value.Decisions);
    }

    private static UnmatchedResult Shown(int place, OqsAnswer answer, ResultCandidate[] patients) {
        var unit = answer.Units[place];
        var result = unit.Results.FirstOrDefault();
        var (kana, birth) = (result?.Text("NameKana") ?? "", result?.Date("Birthdate"));
        return new(place, result?.Text("Name") ?? "", kana, birth, (result?.Text("InsurerNumber") ?? result?.Text("PublicExpenseNumber") ?? "").Trim(), result?.Text("InsuredIdentificationNumber") ?? result?.Text("BeneficiaryNumber") ?? "",
            EligibilityAnswer.Of(answer, unit) is { } told ? PersonViews.Word(told.Validity) : "読み取れません",
            [.. patients.Where(p => (birth is not null && p.BirthDate == birth) || (kana.Length > 0 && p.Kana is { } own && CardText.FoldKana(own) == CardText.FoldKana(kana))).Select(p => p.Patient)]);
    }
}
