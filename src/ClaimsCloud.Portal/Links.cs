using System.Globalization;
using ClaimsCloud.Portal.Api;

namespace ClaimsCloud.Portal;

/// <summary>The address of each page, in one place.</summary>
internal static class Links {
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string Files = "/files";
    public const string NewFile = "/files/new";
    public const string Returned = "/returned";
    public const string Work = "/return-work";
    public const string Resubmissions = "/return-work/resubmissions";
    public const string Board = "/board";
    public const string Connectors = "/connectors";
    public const string NewCode = "/connectors/codes";
    public const string Rules = "/rules";
    public const string OwnRules = "/rules/own";
    public const string OwnRuleDeletion = "/rules/own/deletion";
    public const string TakenFindingDeletion = "/rules/taken/deletion";
    public const string Desk = "/desk";
    public const string DeskReleases = "/desk/releases";
    public const string DeskLive = "/desk/live";
    public const string DeskAlerts = "/desk/alerts";
    public const string DeskCalendar = "/desk/calendar";
    public const string DeskTickets = "/desk/tickets";
    public const string DeskIncidents = "/desk/incidents";
    public const string DeskFigures = "/desk/figures";
    public const string Support = "/support";
    public const string Manual = "/support/manual";
    public const string Audit = "/audit";
    public const string AuditFile = "/audit/file";
    public const string Join = "/join";
    public const string Account = "/account";
    public const string Passkeys = "/account/passkeys";
    public const string PasskeyOptions = "/account/passkeys/options";
    public const string RecoveryCodes = "/account/recovery-codes";
    public const string People = "/people";
    public const string Invitations = "/people/invitations";
    public const string SecondFactor = "/people/second-factor";
    public const string Grants = "/grants";
    public const string Privacy = "/privacy";
    public const string PersonExports = "/privacy/exports";
    public const string PersonErasures = "/privacy/erasures";
    public const string Holds = "/privacy/holds";
    public const string Retention = "/privacy/retention";
    public const string Granted = "/desk/grants";
    public const string Months = "/months";
    public const string Eligibility = "/eligibility";
    public const string EligibilityRules = "/eligibility/rules";
    public const string VisitDay = "/eligibility/visits";

    public static string EligibilityOf(string month, string? search = null, int page = 1) => Paths.Query($"/eligibility/{Uri.EscapeDataString(month)}", ("search", search), ("page", PageNumber(page)));

    public static string EligibilityFile(string month, string contentKey) => $"{EligibilityOf(month)}/files/{Uri.EscapeDataString(contentKey)}";

    public static string EligibilityPerson(string month, string personId) => $"{EligibilityOf(month)}/people/{Uri.EscapeDataString(personId)}";

    public static string FilesAfter(string? search, string? after) => Paths.Query(Files, ("search", search), ("after", after));

    public static string File(string fileId) => $"/files/{Uri.EscapeDataString(fileId)}";

    public static string Findings(string fileId, string? severity = null, string? search = null, int page = 1) =>
        Paths.Query(File(fileId) + "/findings", ("severity", severity), ("search", search), ("page", PageNumber(page)));

    public static string Claims(string fileId, string? search = null, int page = 1) => Paths.Query(File(fileId) + "/claims", ("search", search), ("page", PageNumber(page)));

    public static string Claim(string fileId, int number) => $"{File(fileId)}/claims/{number.ToString(CultureInfo.InvariantCulture)}";

    public static string Original(string fileId) => File(fileId) + "/original";

    public static string FindingsCsv(string fileId) => File(fileId) + "/findings.csv";

    public static string Coverage(string fileId, string? search = null, int page = 1) => Paths.Query(File(fileId) + "/coverage", ("search", search), ("page", PageNumber(page)));

    public static string Recheck(string fileId) => File(fileId) + "/check";

    /// <param name="code">Null: where the form is sent to.</param>
    public static string TakenFinding(string fileId, int claim, string? code = null) => Paths.Query(Claim(fileId, claim) + "/taken", ("code", code));

    /// <summary>The patient's sheet, at the row or table that a finding goes back to.</summary>
    public static string Trace(Contracts.RecordTrace trace) => $"{Sheet(trace.Month, trace.Patient)}#{(trace.Key is { } key ? "row-" + Uri.EscapeDataString(key) : trace.Table)}";

    public static string Seal(string fileId) => File(fileId) + "/seal";

    public static string Month(string month, string? search = null, int page = 1) => Paths.Query($"/months/{month}", ("search", search), ("page", PageNumber(page)));

    public static string MonthFindings(string month, string? search = null, int page = 1) => Paths.Query($"/months/{month}/findings", ("search", search), ("page", PageNumber(page)));

    /// <param name="patient">Null: the station.</param>
    public static string Sheet(string month, string? patient) => Paths.Query($"/months/{month}/sheet", ("patient", patient));

    public static string Row(string month, string table, string? patient, string? key) => Paths.Query($"/months/{month}/row", ("table", table), ("patient", patient), ("key", key));

    public static string RowDeletion(string month, string table, string? patient, string key) => Paths.Query($"/months/{month}/row-deletion", ("table", table), ("patient", patient), ("key", key));

    public static string Edits(string month, string? patient = null, string? after = null) => Paths.Query($"/months/{month}/edits", ("patient", patient), ("after", after));

    public static string Imports(string month) => $"/months/{month}/imports";

    public static string Import(string month, string importId, string? search = null, int page = 1) =>
        Paths.Query($"/months/{month}/imports/{Uri.EscapeDataString(importId)}", ("search", search), ("page", PageNumber(page)));

    public static string Builds(string month) => $"/months/{month}/builds";

    public static string Build(string month, string buildId, string? search = null, int page = 1) =>
        Paths.Query($"/months/{month}/builds/{Uri.EscapeDataString(buildId)}", ("search", search), ("page", PageNumber(page)));

    public static string BuildFindings(string month, string buildId, string? search = null, int page = 1) =>
        Paths.Query($"/months/{month}/builds/{Uri.EscapeDataString(buildId)}/findings", ("search", search), ("page", PageNumber(page)));

    public static string Invoice(string month, string buildId, string patient) => Paths.Query($"/months/{month}/builds/{Uri.EscapeDataString(buildId)}/invoice", ("patient", patient));

    public const string CareSetup = "/care/setup";
    public const string CareCodes = "/care/codes";

    public static string CarePlans(string month) => $"/months/{month}/care-plans";

    public static string MonthLock(string month) => $"/months/{month}/lock";

    public static string MonthUnlock(string month) => $"/months/{month}/unlock";

    public static string MonthFile(string month, string form) => Paths.Query($"/months/{month}/file", ("form", form));

    public static string ReturnedAfter(string? after, string? asked) => Paths.Query(Returned, ("after", after), ("asked", asked));

    public static string ReturnedAsked => ReturnedAfter(null, "1");

    public static string ReturnFile(string returnFileId) => $"/returned/{Uri.EscapeDataString(returnFileId)}";

    public static string ReturnFileOriginal(string returnFileId) => ReturnFile(returnFileId) + "/original";

    public static string WorkWithClosed => Paths.Query(Work, ("closed", "1"));

    public static string WorkItem(string itemId) => $"/return-work/items/{Uri.EscapeDataString(itemId)}";

    public static string BoardOf(string month) => $"/board/{Uri.EscapeDataString(month)}";

    public static string CodeStatus(int known, DateTimeOffset expires) =>
        Paths.Query(NewCode + "/status", ("known", known.ToString(CultureInfo.InvariantCulture)), ("until", expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>A rule of the station's own is in its list.</summary>
    public static string Rule(string code) => code is ['Z', ..] ? $"{OwnRules}#{Uri.EscapeDataString(code)}" : $"/rules/{Uri.EscapeDataString(code)}";

    public static string RulesWith(string? search, string? severity = null, int page = 1) => Paths.Query(Rules, ("search", search), ("severity", severity), ("page", PageNumber(page)));

    public static string RuleSwitch(string code) => Rule(code) + "/switch";

    /// <param name="code">Null: a new one.</param>
    public static string OwnRule(string? code) => Paths.Query(OwnRules + "/edit", ("code", code));

    public static string TakenFindings(string? search = null, int page = 1) => Paths.Query(Rules + "/taken", ("search", search), ("page", PageNumber(page)));

    public static string ReleaseStop(string releaseId) => $"{DeskReleases}/{Uri.EscapeDataString(releaseId)}/stop";

    public static string Revocation(string deviceId) => $"{Connectors}/{Uri.EscapeDataString(deviceId)}/revocation";

    public static string AuditAfter(string? act, string? search, string? after) => Paths.Query(Audit, ("act", act), ("search", search), ("after", after));

    public static string JoinWith(string code) => Paths.Query(Join, ("code", code));

    /// <summary>At the gateway: the way to an organisation's own sign-in.</summary>
    public static string Organisation(string id, string? to) => Paths.Query($"/session/organisations/{Uri.EscapeDataString(id)}", ("to", to));

    public static string OrganisationLink(string id) => $"/session/organisations/{Uri.EscapeDataString(id)}/link";

    public static string OrganisationDeletion(string linkId) => $"/account/organisations/{Uri.EscapeDataString(linkId)}/deletion";

    public static string PasskeyDeletion(string passkeyId) => $"{Passkeys}/{Uri.EscapeDataString(passkeyId)}/deletion";

    public static string SessionEnd(string sessionId) => $"{Account}/sessions/{Uri.EscapeDataString(sessionId)}/end";

    public static string Person(string personId) => $"{People}/{Uri.EscapeDataString(personId)}";

    public static string InvitationDeletion(string invitationId) => $"{Invitations}/{Uri.EscapeDataString(invitationId)}/deletion";

    public static string PrivacyPerson(string? patient, string? name) => Paths.Query("/privacy/person", ("patient", patient), ("name", name));

    public static string PersonErasure(string? patient, string? name) => Paths.Query("/privacy/person/erasure", ("patient", patient), ("name", name));

    public static string PersonRequest(string requestId) => $"/privacy/requests/{Uri.EscapeDataString(requestId)}";

    public static string PersonExportFile(string requestId) => PersonRequest(requestId) + "/file";

    public static string HoldLift(string holdId) => $"{Holds}/{Uri.EscapeDataString(holdId)}/lift";

    public static string GrantEnd(string grantId) => $"{Grants}/{Uri.EscapeDataString(grantId)}/end";

    public static string GrantedFile(string stationId, string grantId, int page = 1) => Paths.Query($"{Granted}/{Uri.EscapeDataString(stationId)}/{Uri.EscapeDataString(grantId)}", ("page", PageNumber(page)));

    public static string DeskPage(string? state = null, string? month = null, string? search = null, int page = 1) =>
        Paths.Query(Desk, ("state", state), ("month", month), ("search", search), ("page", PageNumber(page)));

    public static string DeskLiveOf(string? state, string? month, string? search, int page) => Paths.Query(DeskLive, ("state", state), ("month", month), ("search", search), ("page", PageNumber(page)));

    public static string DeskStation(string stationId) => $"/desk/stations/{Uri.EscapeDataString(stationId)}";

    public static string DeskFeatures(string stationId) => DeskStation(stationId) + "/features";
    public static string DeskContract(string stationId) => DeskStation(stationId) + "/contract";

    public static string DeskRenewal(string renewalId) => $"/desk/renewals/{Uri.EscapeDataString(renewalId)}";

    public static string DeskAlertsOf(string? level, int page = 1) => Paths.Query(DeskAlerts, ("level", level), ("page", PageNumber(page)));

    public static string DeskTicketsOf(string? state, int page = 1) => Paths.Query(DeskTickets, ("state", state), ("page", PageNumber(page)));

    public static string DeskTicket(string ticketId) => $"{DeskTickets}/{Uri.EscapeDataString(ticketId)}";

    public static string DeskIncidentEnd(string incidentId) => $"{DeskIncidents}/{Uri.EscapeDataString(incidentId)}/end";

    public static string SupportReply(string requestId) => $"{Support}/{Uri.EscapeDataString(requestId)}/replies";

    public static string ManualPage(string page) => $"{Manual}#{Uri.EscapeDataString(page)}";

    public const string Apply = "/apply";
    public const string Cases = "/cases";
    public const string CaseActions = "/cases/actions";
    public const string CaseSheets = "/cases/sheets";
    public const string CaseBook = "/cases/book";
    public const string Checklist = "/checklist";

    public static string Application(string key) => $"{Apply}/{Uri.EscapeDataString(key)}";

    public static string Invitation(string key) => $"{Apply}/invitations/{Uri.EscapeDataString(key)}";

    public static string CasesWith(string? search, string? step, string? holder, int page = 1) => Paths.Query(Cases, ("search", search), ("step", step), ("holder", holder), ("page", PageNumber(page)));

    public static string Case(string caseId) => $"{Cases}/{Uri.EscapeDataString(caseId)}";

    /// <param name="part">answers, money, subsidy or history.</param>
    public static string CasePart(string caseId, string part) => $"{Case(caseId)}/{part}";

    public static string CasePaper(string caseId, string paperId) => $"{Case(caseId)}/papers/{Uri.EscapeDataString(paperId)}";

    public static string CaseHistory(string caseId, string? after) => Paths.Query(CasePart(caseId, "history"), ("after", after));

    public static string CaseSheet(string partner, string? form = null) => Paths.Query($"{CaseSheets}/{Uri.EscapeDataString(partner)}", ("form", form));

    public static string CaseSheetImport(string importId) => $"/cases/sheet-imports/{Uri.EscapeDataString(importId)}";

    public static string BookTable(string table) => $"{CaseBook}/{Uri.EscapeDataString(table)}";

    /// <param name="key">Null: a new row.</param>
    public static string BookRow(string table, string? key) => Paths.Query(BookTable(table) + "/row", ("key", key));

    private static string? PageNumber(int page) => page <= 1 ? null : page.ToString(CultureInfo.InvariantCulture);
}
