using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.Months;

/// <summary>The month as the file that an import takes: nothing that a station records is locked in.</summary>
internal static class DownloadBundle {
    public static async Task<IResult> Handle(string month, string? form, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (await tenant.Month(month, stop) is null) return new Refused(Refusals.NotFound);
        await tenant.Record(new(AuditAct.MonthDownloaded, caller, month), stop);
        var bundle = BundleRows.ToBundle((await tenant.Sheets(month, stop)).Rows());
        var file = new MemoryStream();
        if (form == "zip") BundleWriter.WriteZip(bundle, file);
        else BundleWriter.WriteJson(bundle, file);
        return TypedResults.Bytes(file.ToArray(), form == "zip" ? "application/zip" : "application/json", $"{month}.{(form == "zip" ? "zip" : "json")}");
    }
}
