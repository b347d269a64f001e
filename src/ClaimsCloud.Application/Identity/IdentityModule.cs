using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Identity;

internal static class IdentityModule {
    public static void MapIdentity(this EndpointTable table) {
        table.MapPost(PortalRoutes.SignIn, Access.Gateway, SignIn.Handle);
        table.MapPost(CaseRoutes.Invitation, Access.Credential, SetFirstPassword.Handle);
    }
}
