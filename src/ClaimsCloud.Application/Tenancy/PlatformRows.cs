using System.Text.Json;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>The documents of the platform plane that are about one tenant: those with its id as theirs, and those that name it in <c>tenantId</c>.</summary>
internal static class PlatformRows {
    public static async Task<IReadOnlyList<DocumentRow>> Of(TenantId tenant, IScopeRows platform, CancellationToken stop) {
        var found = new List<DocumentRow>();
        await foreach (var row in platform.Read(stop))
            if (row is DocumentRow document && IsAbout(document, tenant)) found.Add(document);
        return found;
    }

    /// <summary>Its entry in the directory: with it the tenant is there, without it nobody finds it.</summary>
    public static bool IsEntry(DocumentRow row) => row.Kind == Tenant.Kind.Name;

    private static bool IsAbout(DocumentRow row, TenantId tenant) {
        if (row.Id == tenant.Value) return true;
        using var json = JsonDocument.Parse(row.Json);
        return json.RootElement.TryGetProperty("tenantId", out var named) && named.ValueEquals(tenant.Value);
    }
}
