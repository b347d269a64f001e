namespace ClaimsCloud.Application.Shared;

// What tenants tell the desk, through their outbox: ids, counts, versions, times. Messages may be late; each says enough to be compared.

/// <summary>A message of the tenant could not be delivered and waits for a person.</summary>
public sealed record MessageParked(string MessageId, string Message);

/// <summary>A tenant was opened.</summary>
public sealed record StationOpened(string TenantId, string StationName);

/// <summary>A connector was enrolled or called.</summary>
public sealed record ConnectorSeen(string DeviceId, DateTimeOffset At, string? Version, IReadOnlyList<string> Alarms);

/// <param name="Revision">Grows with every count of this tenant.</param>
public sealed record OpenFilesCounted(int Count, long Revision);
