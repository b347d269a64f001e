using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Audit;

internal static class AuditModule {
    public static void MapAudit(this EndpointTable table) {
        table.MapGet(AuditRoutes.Log, Access.Biller, ListAudit.OfTenant);
        table.MapGet(AuditRoutes.Export, Access.Biller, ExportAudit.OfTenant);
        table.MapGet(AuditRoutes.PlatformLog, Access.Desk, ListAudit.OfPlatform);
        table.MapGet(AuditRoutes.PlatformExport, Access.Desk, ExportAudit.OfPlatform);
        table.MapPlatformMessage<AuditAnchored>("OnAuditAnchored", Queues.Projections, KeepAnchor.Handle);
    }
}
