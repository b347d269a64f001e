using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>Files of the interface that a person has to look at, newest first.</summary>
internal static class ListAnswerFiles {
    public static async Task<Ok<IReadOnlyList<EligibilityFileRow>>> Handle(TenantScope tenant, CancellationToken stop) {
        var files = await tenant.Documents.Query(new IndexQuery<AnswerFile>(AnswerFile.Kind, AnswerFile.ByTrouble, IndexRange.All, QueryOrder.Descending, Paging.Size), stop);
        return Microsoft.AspNetCore.Http.TypedResults.Ok<IReadOnlyList<EligibilityFileRow>>([.. files.Items.Select(Row)]);
    }

    public static EligibilityFileRow Row(Stored<AnswerFile> file) => new(file.Id, file.Value.Name, file.Value.ReceivedAt, file.Value.Outcome, file.Value.Reason, file.Value.Findings);
}
