namespace ClaimsCloud.Application.Shared;

/// <summary>The time of stations, payers and the closed network.</summary>
internal static class JapanTime {
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTime InJapan(this DateTimeOffset at) => at.ToOffset(Offset).DateTime;

    public static DateTimeOffset FromJapan(this DateTime at) => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), Offset).ToUniversalTime();

    public static DateOnly Today(this TenantScope tenant) => DateOnly.FromDateTime(tenant.Now.InJapan());
}
