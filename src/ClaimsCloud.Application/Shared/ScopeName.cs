namespace ClaimsCloud.Application.Shared;

/// <summary>Opaque id of a tenant (one station).</summary>
public readonly record struct TenantId(string Value) {
    public override string ToString() => Value;
}

/// <summary>Names one store: a tenant's, or that of the platform plane. Only the outbox pump and whoever opens scopes ever hold one.</summary>
public readonly record struct ScopeName {
    private ScopeName(string text) => Text = text;

    public string Text { get; }

    public static readonly ScopeName Platform = new("platform");

    public static ScopeName Of(TenantId tenant) => new("tenant/" + tenant.Value);

    public static ScopeName Parse(string text) =>
        text == Platform.Text || text.StartsWith("tenant/", StringComparison.Ordinal) ? new(text) : throw new FormatException($"'{text}' names no scope.");

    /// <summary>Null for the platform plane.</summary>
    public TenantId? Tenant => Text.StartsWith("tenant/", StringComparison.Ordinal) ? new TenantId(Text["tenant/".Length..]) : null;

    public override string ToString() => Text;
}
