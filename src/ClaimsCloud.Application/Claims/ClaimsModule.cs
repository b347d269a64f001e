using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Claims;

internal static class ClaimsModule {
    public static void MapClaims(this EndpointTable table) {
        table.MapPost(PortalRoutes.ClaimFiles, Access.Biller, BodyLimit.ClaimFile, UploadClaimFile.Handle);
        table.MapGet(PortalRoutes.ClaimFiles, Access.Biller, ListClaimFiles.Handle);
        table.MapGet(PortalRoutes.ClaimFile, Access.Biller, ReadClaimFile.Handle);
        table.MapGet(PortalRoutes.Findings, Access.Biller, ListFindings.Handle);
        table.MapGet(PortalRoutes.Claims, Access.Biller, ListClaims.Handle);
        table.MapGet(PortalRoutes.Claim, Access.Biller, ReadClaim.Handle);
        table.MapGet(PortalRoutes.Original, Access.Biller, DownloadOriginal.Handle);
        table.MapGet(PortalRoutes.Rules, Access.Person, ListRules.Handle);
        table.MapMessage<ClaimFileUploaded>("OnClaimFileUploaded", Queues.Checks, CheckClaimFile.Handle);
        table.MapMessage<OpenFilesChanged>("OnOpenFilesChanged", Queues.Projections, CountOpenFiles.Handle);
    }
}

/// <summary>A file was stored and waits for its check.</summary>
internal sealed record ClaimFileUploaded(string FileId);

/// <summary>A file appeared or reached an end.</summary>
internal sealed record OpenFilesChanged(string FileId);
