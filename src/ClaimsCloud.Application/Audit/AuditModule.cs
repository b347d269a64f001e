using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Audit;

internal static class AuditModule {
    public static void MapAudit(this EndpointTable table) {
        table.MapGet(AuditRoutes.Log, Access.Admin, ListAudit.OfTenant);
        table.MapGet(AuditRoutes.Export, Access.Admin, ExportAudit.OfTenant);
        table.MapGet(AuditRoutes.PlatformLog, Access.Engineer, ListAudit.OfPlatform);
        table.MapGet(AuditRoutes.PlatformExport, Access.Engineer, ExportAudit.OfPlatform);
        table.MapPlatformMessage<AuditAnchored>("OnAuditAnchored", Queues.Projections, KeepAnchor.Handle);
    }
}
