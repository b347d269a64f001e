using ClaimsCloud.Application.Eligibility;
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
        table.MapGet(CheckRoutes.FindingsCsv, Access.Biller, ExportFindings.Handle);
        table.MapGet(CheckRoutes.Coverage, Access.Biller, ListCoverage.Handle);
        table.MapPost(CheckRoutes.Recheck, Access.Biller, RecheckClaimFile.Handle);
        table.MapGet(CheckRoutes.Settings, Access.Biller, ChangeCheckSettings.Read);
        table.MapGet(CheckRoutes.Fields, Access.Biller, ChangeCheckSettings.Fields);
        table.MapPost(CheckRoutes.Switches, Access.Biller, ChangeCheckSettings.Switch);
        table.MapPost(CheckRoutes.OwnRules, Access.Biller, ChangeCheckSettings.SaveOwnRule);
        table.MapPost(CheckRoutes.OwnRuleDeletion, Access.Biller, ChangeCheckSettings.DeleteOwnRule);
        table.MapPost(CheckRoutes.Overrides, Access.Biller, ChangeCheckSettings.Override);
        table.MapPost(CheckRoutes.OverrideDeletion, Access.Biller, ChangeCheckSettings.DeleteOverride);
        table.MapGet(PortalRoutes.Rules, Access.Person, ListRules.Handle);
        table.MapPost(ClaimBuildRoutes.Builds, Access.Biller, BuildClaims.Handle);
        table.MapGet(ClaimBuildRoutes.Builds, Access.Biller, BuildClaims.List);
        table.MapGet(ClaimBuildRoutes.Build, Access.Biller, ReadClaimBuild.Handle);
        table.MapGet(ClaimBuildRoutes.Patients, Access.Biller, ReadClaimBuild.Patients);
        table.MapGet(ClaimBuildRoutes.Findings, Access.Biller, ReadClaimBuild.Findings);
        table.MapGet(ClaimBuildRoutes.Invoices, Access.Biller, ReadClaimBuild.Invoices);
        table.MapGet(ClaimBuildRoutes.Reasons, Access.Biller, ReadClaimBuild.Reasons);
        table.MapGet(CareRoutes.Account, Access.Biller, ReadCareAccount.Handle);
        table.MapGet(CareRoutes.Plans, Access.Biller, ReadCarePlans.Handle);
        table.MapGet(CareRoutes.Setup, Access.Biller, CareSetup.Read);
        table.MapPost(CareRoutes.Setup, Access.Biller, CareSetup.Choose);
        table.MapPost(CareRoutes.Codes, Access.Biller, BodyLimit.CareCodes, CareSetup.ImportCodes);
        table.MapGet(GrantRoutes.File, Access.Granted, GrantedViews.File);
        table.MapGet(GrantRoutes.Findings, Access.Granted, GrantedViews.Findings);
        table.MapMessage<ClaimsWanted>("OnClaimsWanted", Queues.Checks, RunClaimBuild.Handle);
        table.MapMessage<ClaimFileUploaded>("OnClaimFileUploaded", Queues.Checks, CheckClaimFile.Handle);
        table.MapMessage<CardsKnown>("OnCardsKnown", Queues.Checks, RecheckClaimFile.WhenCardsAreKnown);
        table.MapMessage<OpenFilesChanged>("OnOpenFilesChanged", Queues.Projections, CountOpenFiles.Handle);
    }
}

/// <summary>A file was stored and waits for its check.</summary>
internal sealed record ClaimFileUploaded(string FileId);

/// <summary>A file was checked, sealed, answered or confirmed: whoever waits for one of its claims looks again.</summary>
internal sealed record ClaimFileMoved(string FileId);

/// <summary>A file reached a state in which an answer can belong to it: answers that were here too early may fit now.</summary>
internal sealed record AnswersMayFit(string FileId);

/// <summary>A file appeared or reached an end.</summary>
internal sealed record OpenFilesChanged(string FileId);
