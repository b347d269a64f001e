using System.Text;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Audit;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.Audit;

/// <summary>The whole log as a file for an inspection. Its last entry is the export itself, whose hash is anchored like no other: nobody can cut an exported log unnoticed.</summary>
internal static class ExportAudit {
    public static async Task<IResult> OfTenant(TenantScope tenant, Caller caller, CancellationToken stop) {
        await tenant.Record(new(AuditAct.AuditExported, caller), stop);
        return await File(tenant.Id.Value, tenant.Documents, stop);
    }

    public static async Task<IResult> OfPlatform(PlatformScope platform, Caller caller, CancellationToken stop) {
        await platform.Commit(platform.Batch(), new(AuditAct.AuditExported, caller), stop);
        return await File(AuditLog.PlatformName, platform.Documents, stop);
    }

    private static async Task<IResult> File(string scope, IDocuments documents, CancellationToken stop) {
        // What is written while the file goes out is not in it.
        var last = await AuditLog.Last(documents, stop) ?? throw new InvalidOperationException("The export itself is missing.");
        var range = new IndexRange(null, last.Id);
        return TypedResults.Stream(async output => {
            await using var file = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n" };
            await file.WriteLineAsync(AuditChain.Heading(scope));
            await foreach (var entry in documents.All(AuditEntry.Kind, AuditEntry.ByNumber, range, stop)) await file.WriteLineAsync(AuditChain.Line(entry.Value.Hash, entry.Value.Text));
            await file.WriteLineAsync(AuditChain.End(last.Value.Row.Number, last.Value.Hash));
        }, "text/plain", $"audit-{scope}-{last.Value.Row.Number}.log");
    }
}
