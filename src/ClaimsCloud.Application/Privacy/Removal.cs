using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Returns;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Privacy;

/// <summary>
/// Takes one thing out of the stores. Contents go first and what names them after: whatever breaks off is found again and done again by the next run. What others rely on stays without the data: the
/// evidence chain of a sent file, the receipt of a connector's file, the entry of an import.
/// </summary>
internal static class Removal {
    public static async Task Of(Holding holding, TenantScope tenant, CancellationToken stop) {
        foreach (var blob in holding.Blobs) await tenant.Blobs.Delete(blob, stop);
        switch (holding.Type) {
            case RetentionTable.Visits or RetentionTable.CareVisits: await ForgetPatient.Handle(holding.Patient!, tenant, stop); break;
            case RetentionTable.Imports: await Change(MonthImport.Kind, holding.Id, (batch, import) => batch.Replace(import, import.Value with { Name = "", RowRows = null, FindingRows = null }), tenant, stop); break;
            case RetentionTable.People: await Delete(EligibilityPerson.Kind, holding.Id, tenant, stop); break;
            case RetentionTable.Asks:
                await Delete(Job.Kind, holding.Id, tenant, stop);
                await Delete(Ask.Kind, holding.Id, tenant, stop);
                break;
            case RetentionTable.Answers: await Delete(AnswerFile.Kind, holding.Id, tenant, stop); break;
            case RetentionTable.ClaimFiles: await Change(ClaimFile.Kind, holding.Id, (batch, file) => file.Value.Seal is null ? batch.Delete(file) : batch.Replace(file, file.Value.Retired(tenant.Now)), tenant, stop); break;
            case RetentionTable.Builds: await Delete(ClaimBuild.Kind, holding.Id, tenant, stop); break;
            case RetentionTable.ReturnFiles: await Delete(ReturnFile.DocumentKind, holding.Id, tenant, stop); break;
            case RetentionTable.ReturnItems: await Delete(ReturnItem.Kind, holding.Id, tenant, stop); break;
            case RetentionTable.CareAnswers: await Delete(CareAnswers.Kind, holding.Id, tenant, stop); break;
            case RetentionTable.Strays: break;
            default: throw new ArgumentException($"{holding.Type} is not removed.", nameof(holding));
        }
    }

    private static Task Delete<T>(DocumentKind<T> kind, string id, TenantScope tenant, CancellationToken stop) where T : class => Change(kind, id, (batch, was) => batch.Delete(was), tenant, stop);

    private static async Task Change<T>(DocumentKind<T> kind, string id, Func<Batch, Stored<T>, Batch> change, TenantScope tenant, CancellationToken stop) where T : class {
        if (await tenant.Documents.Get(kind, id, stop) is { } stored && await tenant.Commit(change(tenant.Batch(), stored), stop) != CommitResult.Committed) throw new IOException($"{kind.Name} {id} was changed just now.");
    }
}
