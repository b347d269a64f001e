using ClaimsCloud.Portal.Pages.Account;
using ClaimsCloud.Portal.Pages.Apply;
using ClaimsCloud.Portal.Pages.Audit;
using ClaimsCloud.Portal.Pages.Care;
using ClaimsCloud.Portal.Pages.Cases;
using ClaimsCloud.Portal.Pages.Checklist;
using ClaimsCloud.Portal.Pages.Connectors;
using ClaimsCloud.Portal.Pages.Desk;
using ClaimsCloud.Portal.Pages.Eligibility;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Pages.Files;
using ClaimsCloud.Portal.Pages.Grants;
using ClaimsCloud.Portal.Pages.Home;
using ClaimsCloud.Portal.Pages.Months;
using ClaimsCloud.Portal.Pages.Board;
using ClaimsCloud.Portal.Pages.People;
using ClaimsCloud.Portal.Pages.Privacy;
using ClaimsCloud.Portal.Pages.Returned;
using ClaimsCloud.Portal.Pages.Rules;
using ClaimsCloud.Portal.Pages.Support;
using ClaimsCloud.Portal.Pages.Work;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal;

/// <summary>Every page, with who may open it.</summary>
internal static class PageTable {
    public const long LargestForm = 64 * 1024;
    private const long LargestBundle = (64L * 1024 * 1024) + LargestForm;
    private const long LargestCodes = (16L * 1024 * 1024) + LargestForm;
    private const long LargestRelease = (512L * 1024 * 1024) + LargestForm;
    private const long LargestFile = (2L * 1024 * 1024 * 1024) + LargestForm;

    public static void MapPages(this IEndpointRouteBuilder routes) {
        routes.MapGet("/health", () => TypedResults.Text("ok")).AllowAnonymous();
        routes.MapGet("/assets/{**name}", Assets.Handle).AllowAnonymous();
        routes.MapGet(Links.SignIn, ShowSignIn.Handle).AllowAnonymous();
        routes.MapGet(Links.Join, ShowJoin.Handle).AllowAnonymous();
        routes.MapGet("/sign-in/code", ShowCode.Handle).RequireAuthorization(VisitsModule.Halfway);
        routes.MapGet("/sign-in/set-up", ShowCode.SetUp).RequireAuthorization(VisitsModule.Halfway);

        routes.MapApply();

        var person = routes.MapGroup("").RequireAuthorization(VisitsModule.Person);
        person.MapGet(Links.Home, ShowHome.Handle);
        person.MapGet(Links.Rules, ListRules.Handle);
        person.MapGet("/rules/{code}", ShowRule.Handle);
        person.MapGet(Links.Manual, ShowManual.Handle);

        person.MapGet(Links.Account, ManageAccount.Show);
        person.MapPost(Links.RecoveryCodes, ManageAccount.NewRecoveryCodes);
        person.MapPost(Links.PasskeyOptions, ManagePasskeys.Ask);
        person.MapPost(Links.Passkeys, ManagePasskeys.Add);
        person.MapPost("/account/passkeys/{passkeyId}/deletion", ManagePasskeys.Remove);
        person.MapPost("/account/organisations/{linkId}/deletion", ManageAccount.Unlink);
        person.MapPost("/account/sessions/{sessionId}/end", ManageAccount.EndSession);

        var manager = routes.MapGroup("").RequireAuthorization(VisitsModule.Manager);
        manager.MapGet(Links.Audit, ShowAudit.Handle);
        manager.MapGet(Links.AuditFile, ShowAudit.Download);
        manager.MapGet(Links.People, ListPeople.Handle);
        manager.MapPost(Links.Invitations, InvitePerson.Handle);
        manager.MapPost("/people/invitations/{invitationId}/deletion", InvitePerson.Withdraw);
        manager.MapPost(Links.SecondFactor, ChangePerson.ChooseSecondFactor);
        manager.MapGet("/people/{personId}", ChangePerson.Show);
        manager.MapPost("/people/{personId}", ChangePerson.Handle);

        var admin = routes.MapGroup("").RequireAuthorization(VisitsModule.Admin);
        admin.MapGet(Links.Grants, GiveGrant.Show);
        admin.MapPost(Links.Grants, GiveGrant.Handle);
        admin.MapPost("/grants/{grantId}/end", GiveGrant.End);

        admin.MapGet(Links.Privacy, ShowPrivacy.Handle);
        admin.MapGet(Links.Retention, ShowPrivacy.Retention);
        admin.MapGet("/privacy/person", AskForPerson.Show);
        admin.MapGet("/privacy/person/erasure", AskForPerson.Confirm);
        admin.MapPost(Links.PersonExports, AskForPerson.Export);
        admin.MapPost(Links.PersonErasures, AskForPerson.Erase);
        admin.MapGet("/privacy/requests/{requestId}", AskForPerson.Request);
        admin.MapGet("/privacy/requests/{requestId}/file", AskForPerson.Download);
        admin.MapGet(Links.Holds, ManageHolds.Show);
        admin.MapPost(Links.Holds, ManageHolds.Set);
        admin.MapGet("/privacy/holds/{holdId}/lift", ManageHolds.ShowLift);
        admin.MapPost("/privacy/holds/{holdId}/lift", ManageHolds.Lift);

        var nurse = routes.MapGroup("").RequireAuthorization(VisitsModule.Nurse);

        nurse.MapGet(Links.Months, ListMonths.Handle);
        nurse.MapGet("/months/{month}", ShowMonth.Handle);
        nurse.MapGet("/months/{month}/findings", ListMonthFindings.Handle);
        nurse.MapGet("/months/{month}/sheet", ShowSheet.Handle);
        nurse.MapGet("/months/{month}/row", EditRow.Show);
        nurse.MapPost("/months/{month}/row", EditRow.Handle);
        nurse.MapGet("/months/{month}/row-deletion", DeleteRow.Show);
        nurse.MapPost("/months/{month}/row-deletion", DeleteRow.Handle);
        nurse.MapGet("/months/{month}/edits", ListEdits.Handle);
        nurse.MapGet(Links.VisitDay, ShowVisits.Handle);

        var station = routes.MapGroup("").RequireAuthorization(VisitsModule.Station);
        station.MapGet(Links.Files, ListFiles.Handle);
        station.MapPost(Links.Files, UploadFile.Handle).WithMetadata(new BodySize(LargestFile));
        station.MapGet(Links.NewFile, UploadFile.Show);
        station.MapGet("/files/{fileId}", ShowFile.Handle);
        station.MapGet("/files/{fileId}/findings", ListFindings.Handle);
        station.MapGet("/files/{fileId}/claims", ListClaims.Handle);
        station.MapGet("/files/{fileId}/claims/{number:int}", ShowReceipt.Handle);
        station.MapGet("/files/{fileId}/original", DownloadOriginal.Handle);
        station.MapGet("/files/{fileId}/findings.csv", DownloadFindings.Handle);
        station.MapGet("/files/{fileId}/coverage", ListCoverage.Handle);
        station.MapPost("/files/{fileId}/check", RecheckFile.Handle);
        station.MapGet("/files/{fileId}/claims/{number:int}/taken", TakeFinding.Show);
        station.MapPost("/files/{fileId}/claims/{number:int}/taken", TakeFinding.Handle);
        station.MapGet("/files/{fileId}/seal", SealFile.Show);
        station.MapPost("/files/{fileId}/seal", SealFile.Handle);
        station.MapPost(Links.Months, OpenMonth.Handle);
        station.MapGet("/months/{month}/imports", UploadBundle.Show);
        station.MapPost("/months/{month}/imports", UploadBundle.Handle).WithMetadata(new BodySize(LargestBundle));
        station.MapGet("/months/{month}/imports/{importId}", ShowImport.Handle);
        station.MapPost("/months/{month}/builds", BuildClaims.Handle);
        station.MapGet("/months/{month}/builds/{buildId}", ShowBuild.Handle);
        station.MapGet("/months/{month}/builds/{buildId}/findings", ListBuildFindings.Handle);
        station.MapGet("/months/{month}/builds/{buildId}/invoice", ShowInvoice.Handle);
        station.MapGet("/months/{month}/file", DownloadBundle.Handle);
        station.MapGet("/months/{month}/lock", LockMonth.Show);
        station.MapPost("/months/{month}/lock", LockMonth.Handle);
        station.MapGet("/months/{month}/unlock", UnlockMonth.Show);
        station.MapPost("/months/{month}/unlock", UnlockMonth.Handle);
        station.MapGet("/months/{month}/care-plans", ShowPlans.Handle);
        station.MapGet(Links.CareSetup, EditSetup.Show);
        station.MapPost(Links.CareSetup, EditSetup.Choose);
        station.MapPost(Links.CareCodes, EditSetup.Import).WithMetadata(new BodySize(LargestCodes));
        station.MapGet(Links.Eligibility, ShowPeople.Current);
        station.MapGet(Links.EligibilityRules, EditRules.Show);
        station.MapPost(Links.EligibilityRules, EditRules.Handle);
        station.MapGet("/eligibility/{month}", ShowPeople.Handle);
        station.MapPost("/eligibility/{month}/asks", ShowPeople.Ask);
        station.MapGet("/eligibility/{month}/files/{contentKey}", NameOwner.Show);
        station.MapPost("/eligibility/{month}/files/{contentKey}", NameOwner.Handle);
        station.MapGet("/eligibility/{month}/people/{personId}", ShowPerson.Handle);
        station.MapPost("/eligibility/{month}/people/{personId}", ShowPerson.Decide);
        station.MapGet(Links.Returned, ListReturned.Handle);
        station.MapGet("/returned/{returnFileId}", ShowReturnFile.Show);
        station.MapPost("/returned/{returnFileId}", ShowReturnFile.Name);
        station.MapGet("/returned/{returnFileId}/original", ShowReturnFile.Download);
        station.MapGet(Links.Work, ListWork.Handle);
        station.MapGet("/return-work/items/{itemId}", ShowItem.Handle);
        station.MapPost("/return-work/items/{itemId}", MoveItem.Handle);
        station.MapPost(Links.Resubmissions, MakeResubmission.Handle);
        station.MapGet(Links.Board, ShowBoard.Current);
        station.MapGet("/board/{month}", ShowBoard.Handle);
        station.MapPost("/rules/{code}/switch", SwitchRule.Handle);
        station.MapGet(Links.OwnRules, OwnRules.List);
        station.MapGet("/rules/own/edit", OwnRules.Show);
        station.MapPost("/rules/own/edit", OwnRules.Save);
        station.MapPost(Links.OwnRuleDeletion, OwnRules.Delete);
        station.MapGet("/rules/taken", TakenFindings.List);
        station.MapPost(Links.TakenFindingDeletion, TakenFindings.Delete);
        station.MapGet(Links.Connectors, ListConnectors.Handle);
        station.MapPost(Links.NewCode, MakeCode.Handle);
        station.MapGet("/connectors/codes/status", MakeCode.Status);

        station.MapGet("/connectors/{deviceId}/revocation", RevokeConnector.Show);
        station.MapPost("/connectors/{deviceId}/revocation", RevokeConnector.Handle);

        station.MapChecklist();
        station.MapGet(Links.Support, ReportFault.Show);
        station.MapPost(Links.Support, ReportFault.Handle);
        station.MapPost("/support/{requestId}/replies", ReportFault.Reply);

        var desk = routes.MapGroup("").RequireAuthorization(VisitsModule.Desk);
        desk.MapGet(Links.Desk, ListStations.Handle);
        desk.MapGet(Links.DeskLive, ListStations.Live);
        desk.MapGet("/desk/stations/{stationId}", ShowStation.Handle);
        desk.MapPost("/desk/stations/{stationId}/contract", ShowStation.SetContract);
        desk.MapPost("/desk/stations/{stationId}/features", ShowStation.Switch);
        desk.MapGet(Links.DeskAlerts, ListAlerts.Handle);
        desk.MapGet(Links.DeskCalendar, ShowCalendar.Handle);
        desk.MapPost("/desk/renewals/{renewalId}", ShowCalendar.MoveRenewal);
        desk.MapGet(Links.DeskTickets, ListTickets.Handle);
        desk.MapGet("/desk/tickets/{ticketId}", ShowTicket.Handle);
        desk.MapPost("/desk/tickets/{ticketId}", ShowTicket.Move);
        desk.MapPost(Links.DeskIncidents, ListTickets.OpenIncident);
        desk.MapPost("/desk/incidents/{incidentId}/end", ListTickets.EndIncident);
        desk.MapGet(Links.DeskFigures, ShowFigures.Handle);
        desk.MapGet(Links.Granted, ShowGranted.List);
        desk.MapGet("/desk/grants/{stationId}/{grantId}", ShowGranted.File);
        desk.MapGet(Links.DeskReleases, ListReleases.Handle);
        desk.MapPost(Links.DeskReleases, PublishRelease.Handle).WithMetadata(new BodySize(LargestRelease));
        desk.MapPost("/desk/releases/{releaseId}/stop", StopRelease.Handle);
        desk.MapCases();
        routes.Map("/{**path}", () => TypedResults.NotFound()).RequireAuthorization(VisitsModule.Person);
    }

    internal sealed record BodySize(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
