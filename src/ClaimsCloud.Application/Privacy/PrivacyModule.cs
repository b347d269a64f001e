using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Privacy;

internal static class PrivacyModule {
    public static void MapPrivacy(this EndpointTable table) {
        table.OnlyWith(Feature.PersonalData, () => {
            table.MapGet(PrivacyRoutes.Patients, Access.Admin, FindPatients.Handle);
            table.MapGet(PrivacyRoutes.Plan, Access.Admin, PersonRequests.Plan);
            table.MapGet(PrivacyRoutes.Requests, Access.Admin, PersonRequests.List);
            table.MapPost(PrivacyRoutes.Requests, Access.Admin, PersonRequests.Ask);
            table.MapGet(PrivacyRoutes.Request, Access.Admin, PersonRequests.Read);
            table.MapGet(PrivacyRoutes.ExportFile, Access.Admin, PersonRequests.Download);
            table.MapGet(PrivacyRoutes.Holds, Access.Admin, ManageHolds.List);
            table.MapPost(PrivacyRoutes.Holds, Access.Admin, ManageHolds.Set);
            table.MapPost(PrivacyRoutes.HoldLift, Access.Admin, ManageHolds.Lift);
            table.MapGet(PrivacyRoutes.Retention, Access.Admin, RunRetention.Show);
        });
        table.MapMessage<PersonExportWanted>("OnPersonExportWanted", Queues.Checks, MakeExport.Handle);
        table.MapMessage<PersonErasureWanted>("OnPersonErasureWanted", Queues.Checks, ErasePerson.Handle);
        table.MapMessage<RetentionDue>("OnRetentionDue", Queues.Checks, RunRetention.Handle);
        // 03:40 in Japan: nobody bills then.
        table.MapTimer("RetentionDay", "0 40 18 * * *", RunRetention.Wake);
    }
}
