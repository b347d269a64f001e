using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Months;

internal static class MonthsModule {
    public static void MapMonths(this EndpointTable table) {
        table.MapGet(MonthRoutes.Months, Access.Biller, ListMonths.Handle);
        table.MapGet(MonthRoutes.Month, Access.Biller, ReadMonth.Handle);
        table.MapPost(MonthRoutes.Month, Access.Biller, OpenMonth.Handle);
        table.MapGet(MonthRoutes.Patients, Access.Biller, ListPatients.Handle);
        table.MapGet(MonthRoutes.Sheet, Access.Biller, ReadSheet.Handle);
        table.MapGet(MonthRoutes.Row, Access.Biller, ReadRow.Handle);
        table.MapPost(MonthRoutes.Row, Access.Biller, SaveRow.Handle);
        table.MapPost(MonthRoutes.RowDeletion, Access.Biller, DeleteRow.Handle);
        table.MapGet(MonthRoutes.Findings, Access.Biller, ListMonthFindings.Handle);
        table.MapGet(MonthRoutes.Edits, Access.Biller, ListEdits.Handle);
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
