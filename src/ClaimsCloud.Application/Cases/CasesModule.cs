using ClaimsCloud.Application.Cases.Applying;
using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Cases.Checklist;
using ClaimsCloud.Application.Cases.Money;
using ClaimsCloud.Application.Cases.Sheets;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Cases;

internal static class CasesModule {
    public static void MapCases(this EndpointTable table) {
        table.MapPost(CaseRoutes.Applications, Access.Anybody, Applying.SaveApplication.Handle);
        table.MapPost(CaseRoutes.ReadApplication, Access.Credential, ReadApplication.Handle);
        table.MapGet(CaseRoutes.Cases, Access.Desk, ListCases.Handle);
        table.MapGet(CaseRoutes.Case, Access.Desk, ReadCase.Handle);
        table.MapPost(CaseRoutes.Moves, Access.Desk, MoveCase.Handle);
        table.MapPost(CaseRoutes.Items, Access.Desk, ChangeItem.Handle);
        table.MapPost(CaseRoutes.Answers, Access.Desk, ChangeAnswers.Handle);
        table.MapPost(CaseRoutes.Partner, Access.Desk, PickPartner.Handle);
        table.MapPost(CaseRoutes.Blockers, Access.Desk, ChangeBlocker.Handle);
        table.MapPost(CaseRoutes.Duplicates, Access.Desk, DecideDuplicate.Handle);
        table.MapPost(CaseRoutes.Quotes, Access.Desk, MakeQuote.Handle);
        table.MapPost(CaseRoutes.Orders, Access.Desk, RecordBills.Order);
        table.MapPost(CaseRoutes.OrderCancellation, Access.Desk, RecordBills.Cancel);
        table.MapPost(CaseRoutes.Invoices, Access.Desk, RecordBills.Invoice);
        table.MapPost(CaseRoutes.Subsidy, Access.Desk, RecordBills.Subsidy);
        table.MapPost(CaseRoutes.HandOver, Access.Desk, HandOverStation.Handle);
        table.MapPost(CaseRoutes.Papers, Access.Desk, BodyLimit.Paper, TakePaper.Handle);
        table.MapGet(CaseRoutes.Paper, Access.Desk, TakePaper.Read);
        table.MapPost(CaseRoutes.Paper, Access.Desk, ChangePaper.Handle);
        table.MapGet(CaseRoutes.Packet, Access.Desk, PackPapers.Handle);
        table.MapGet(CaseRoutes.History, Access.Desk, CaseEvent.List);
        table.MapPost(CaseRoutes.Bulk, Access.Desk, ActOnMany.Handle);
        table.MapGet(CaseRoutes.Sheets, Access.Desk, ExportSheet.List);
        table.MapGet(CaseRoutes.Sheet, Access.Desk, ExportSheet.Handle);
        table.MapPost(CaseRoutes.Sheet, Access.Desk, BodyLimit.Sheet, ImportSheet.Read);
        table.MapGet(CaseRoutes.SheetImport, Access.Desk, ImportSheet.Show);
        table.MapPost(CaseRoutes.SheetImport, Access.Desk, ImportSheet.Take);
        table.MapGet(CaseRoutes.Book, Access.Desk, ReadBook.Handle);
        table.MapPost(CaseRoutes.Book, Access.Desk, Book.SaveBookRow.Handle);
        table.MapGet(CaseRoutes.Checklist, Access.Biller, ReadChecklist.Handle);
        table.MapPost(CaseRoutes.ChecklistItems, Access.Biller, ReportItem.Handle);
        table.MapPost(CaseRoutes.ChecklistPapers, Access.Biller, BodyLimit.Paper, ReportItem.Paper);
        table.MapPlatformMessage<CaseOpened>("OnCaseOpened", Queues.Projections, FindSimilar.Handle);
        table.MapTimer("ForgetOldDrafts", "0 20 18 * * *", ForgetOldDrafts.Handle);
    }
}
