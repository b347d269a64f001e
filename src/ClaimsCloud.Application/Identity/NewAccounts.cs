namespace ClaimsCloud.Application.Identity;

internal static class NewAccounts {
    private const int NameLength = 100;

    public static bool IsSound(string loginName, string displayName, string password) =>
        loginName.Trim().Length is > 0 and <= NameLength && displayName.Trim().Length is > 0 and <= NameLength && password.Length >= Passwords.ShortestLength;

    public static Account Make(string personId, string loginName, string displayName, string password, string? tenantId, string role) =>
        new(personId, loginName.Trim(), displayName.Trim(), tenantId, role, Passwords.Hash(password), 0, null);
}
