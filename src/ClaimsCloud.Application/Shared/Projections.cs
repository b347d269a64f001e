namespace ClaimsCloud.Application.Shared;

// What tenants tell the desk, through their outbox: ids, counts, versions, times. Messages may be late; each says enough to be compared.

/// <summary>A message of the tenant could not be delivered and waits for a person.</summary>
/// <param name="Reason">Code or type of what went wrong, without contents.</param>
public sealed record MessageParked(string MessageId, string Message, string Reason, DateTimeOffset At);

/// <summary>From the desk to the tenant: a parked message shall be tried again.</summary>
public sealed record ResendWanted(string MessageId);

/// <summary>The message is on its way again, or was already.</summary>
public sealed record MessageResent(string MessageId);

/// <summary>A tenant was opened.</summary>
public sealed record StationOpened(string TenantId, string StationName);

/// <summary>A connector was enrolled or called.</summary>
/// <param name="OnHours">As in the row of the desk.</param>
public sealed record ConnectorSeen(string DeviceId, DateTimeOffset At, string? Version, IReadOnlyList<string> Alarms, IReadOnlyList<int>? OnHours = null);

/// <param name="Revision">Grows with every count of this tenant.</param>
public sealed record OpenFilesCounted(int Count, long Revision);
