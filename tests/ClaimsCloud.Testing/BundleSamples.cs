namespace ClaimsCloud.Testing;

/// <summary>Month bundles of invented stations.</summary>
public static class BundleSamples {
    /// <summary>Three patients in October 2024, without a finding; JSON as <c>BundleWriter</c> writes it.</summary>
    public static byte[] Small() {
        using var stream = typeof(BundleSamples).Assembly.GetManifestResourceStream("Samples/month-2024-10.json")!;
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
