namespace ClaimsCloud.Application.Shared;

/// <summary>Who calls, from the validated token: a person's or a device's id.</summary>
public sealed record Caller(string Id);
