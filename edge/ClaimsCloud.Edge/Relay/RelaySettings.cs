namespace ClaimsCloud.Edge.Relay;

/// <summary>How a terminal without internet gets to the cloud: over the other PC of the site. One of the two ways is set.</summary>
/// <param name="Address">Of the uplink on the LAN, for example <c>http://192.168.1.20:8765</c>; the terminal calls, it never listens.</param>
/// <param name="Folder">A shared folder, where only that is allowed.</param>
/// <param name="UplinkKey">Public relay key of the uplink.</param>
public sealed record RelaySettings(Uri? Address, string? Folder, string UplinkKey);
