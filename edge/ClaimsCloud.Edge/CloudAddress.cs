namespace ClaimsCloud.Edge;

/// <summary>Where patient data may go: https, or plain http that does not leave this machine.</summary>
internal static class CloudAddress {
    /// <exception cref="InvalidOperationException">The address is none of these; the message is for the person at the PC.</exception>
    public static Uri Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true }) ? address
        : throw new InvalidOperationException($"アドレス「{text}」は使えません。https:// で始まるアドレスを指定してください。");
}
