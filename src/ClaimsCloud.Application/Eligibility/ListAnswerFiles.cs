using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>Files of the interface that a person has to look at, newest first.</summary>
internal static class ListAnswerFiles {
    public static async Task<Ok<IReadOnlyList<EligibilityFileRow>>> Handle(TenantScope tenant, CancellationToken stop) {
        var files = await tenant.Documents.Query(new IndexQuery<AnswerFile>(AnswerFile.Kind, AnswerFile.ByTrouble, IndexRange.All, QueryOrder.Descending, Paging.Size), stop);
        return Microsoft.AspNetCore.Http.TypedResults.Ok<IReadOnlyList<EligibilityFileRow>>([.. files.Items.Select(f => new EligibilityFileRow(f.Id, f.Value.Name, f.Value.ReceivedAt, f.Value.Outcome, f.Value.Reason, f.Value.Findings))]);
    }
}
