using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Months;

internal static class MonthsModule {
    public static void MapMonths(this EndpointTable table) {
        table.MapGet(MonthRoutes.Months, Access.Nurse, ListMonths.Handle);
        table.MapGet(MonthRoutes.Month, Access.Nurse, ReadMonth.Handle);
        table.MapPost(MonthRoutes.Month, Access.Biller, OpenMonth.Handle);
        table.MapGet(MonthRoutes.Patients, Access.Nurse, ListPatients.Handle);
        table.MapGet(MonthRoutes.Sheet, Access.Nurse, ReadSheet.Handle);
        table.MapGet(MonthRoutes.Row, Access.Nurse, ReadRow.Handle);
        table.MapPost(MonthRoutes.Row, Access.Nurse, SaveRow.Handle);
        table.MapPost(MonthRoutes.RowDeletion, Access.Nurse, DeleteRow.Handle);
        table.MapGet(MonthRoutes.Findings, Access.Nurse, ListMonthFindings.Handle);
        table.MapGet(MonthRoutes.Edits, Access.Nurse, ListEdits.Handle);
        table.MapPost(MonthRoutes.Imports, Access.Biller, BodyLimit.Bundle, UploadBundle.Handle);
        table.MapGet(MonthRoutes.Import, Access.Biller, ReadImport.Handle);
        table.MapGet(MonthRoutes.ImportRows, Access.Biller, ReadImport.Rows);
        table.MapGet(MonthRoutes.ImportFindings, Access.Biller, ReadImport.Findings);
        table.MapGet(MonthRoutes.Bundle, Access.Biller, DownloadBundle.Handle);
        table.MapPost(MonthRoutes.Lock, Access.Biller, LockMonth.Lock);
        table.MapPost(MonthRoutes.Unlock, Access.Biller, LockMonth.Unlock);
        table.MapMessage<BundleUploaded>("OnBundleUploaded", Queues.Imports, ImportBundle.Handle);
    }
}
