using ClaimsCloud.Application.Identity.Organisations;
using ClaimsCloud.Application.Identity.Passkeys;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Identity;

internal static class IdentityModule {
    public static void MapIdentity(this EndpointTable table) {
        table.MapPost(PortalRoutes.SignIn, Access.Gateway, SignIn.Handle);
        table.MapPost(IdentityRoutes.SignInCode, Access.Gateway, SignIn.Code);
        table.MapPost(IdentityRoutes.PasskeySignInOptions, Access.Gateway, PasskeySignIn.Ask);
        table.MapPost(IdentityRoutes.PasskeySignIn, Access.Gateway, PasskeySignIn.Handle);
        table.MapPost(IdentityRoutes.OrganisationSignIn, Access.Gateway, FromOrganisation.SignIn);
        table.MapPost(IdentityRoutes.OrganisationLinks, Access.Gateway, FromOrganisation.Link);
        table.MapPost(IdentityRoutes.Join, Access.Gateway, Join.Handle);
        table.MapPost(IdentityRoutes.EndSession, Access.Gateway, OwnAccounts.EndSession);
        table.MapGet(IdentityRoutes.SetUp, Access.Pending, OwnAccounts.SetUp);
        table.MapGet(IdentityRoutes.Me, Access.Person, OwnAccounts.Read);
        table.MapPost(IdentityRoutes.MyRecoveryCodes, Access.Person, OwnAccounts.NewRecoveryCodes);
        table.MapPost(IdentityRoutes.MySessionEnd, Access.Person, OwnAccounts.EndOwnSession);
        table.MapPost(IdentityRoutes.MyPasskeyOptions, Access.Person, OwnPasskeys.Ask);
        table.MapPost(IdentityRoutes.MyPasskeys, Access.Person, OwnPasskeys.Add);
        table.MapPost(IdentityRoutes.MyPasskeyDeletion, Access.Person, OwnPasskeys.Remove);
        table.MapPost(IdentityRoutes.MyOrganisationDeletion, Access.Person, FromOrganisation.Unlink);
        table.MapGet(IdentityRoutes.People, Access.Manager, ManagePeople.List);
        table.MapPost(IdentityRoutes.Invitations, Access.Manager, Invite.Handle);
        table.MapPost(IdentityRoutes.InvitationDeletion, Access.Manager, Invite.Withdraw);
        table.MapPost(IdentityRoutes.Role, Access.Manager, ManagePeople.ChangeRole);
        table.MapPost(IdentityRoutes.Removal, Access.Manager, ManagePeople.Remove);
        table.MapPost(IdentityRoutes.SecondFactorReset, Access.Manager, ManagePeople.ResetSecondFactor);
        table.MapPost(IdentityRoutes.SessionsEnd, Access.Manager, ManagePeople.EndSessions);
        table.MapPost(IdentityRoutes.SecondFactor, Access.Manager, ManagePeople.ChooseSecondFactor);
        table.MapGet(GrantRoutes.Grants, Access.Admin, Grants.List);
        table.MapPost(GrantRoutes.Grants, Access.Admin, Grants.Give);
        table.MapPost(GrantRoutes.GrantEnd, Access.Admin, Grants.End);
        table.MapGet(GrantRoutes.Mine, Access.Desk, GrantNotice.Mine);
        table.MapMessage<ActTold>("OnActTold", Queues.Projections, HouseLog.Handle);
        table.MapPlatformMessage<GrantChanged>("OnGrantChanged", Queues.Projections, GrantNotice.Handle);
        table.MapTimer("ForgetEndedSessions", "0 20 * * * *", Session.Forget);
        table.MapTimer("ForgetUsedOnce", "0 22 * * * *", UsedOnce.Forget);
        table.MapTimer("ForgetInvitations", "0 25 * * * *", Invitation.Forget);
        table.MapPost(CaseRoutes.FirstPassword, Access.Credential, SetFirstPassword.Handle);
    }
}
