namespace ClaimsCloud.Storage.Azure.Tests.Servers;

internal static class Promise {
    /// <summary>A test without its server is skipped, with the reason; it fails where <c>tests/run</c> promised that server.</summary>
    public static void Missing(string server, string reason) {
        Assert.DoesNotContain(server, (Environment.GetEnvironmentVariable("CLAIMS_PROMISED") ?? "").Split(' '));
        Assert.Skip(reason);
    }
}
