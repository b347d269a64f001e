using System.Text.Json;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Bundles.Reading;

/// <summary>Short ways to read, write and compare bundles.</summary>
internal static class Bundles {
    public static BundleReading Read(byte[] file) => BundleReader.Read(new MemoryStream(file));

    /// <summary>The bundle of a file that must be without fault.</summary>
    public static MonthBundle Whole(byte[] file) {
        var reading = Read(file);
        Assert.Empty(reading.Findings);
        return reading.Bundle!;
    }

    public static MonthBundle Small() => Whole(BundleSamples.Small());

    public static byte[] Json(MonthBundle bundle) => Bytes(file => BundleWriter.WriteJson(bundle, file));

    public static byte[] Zip(MonthBundle bundle) => Bytes(file => BundleWriter.WriteZip(bundle, file));

    public static byte[] Bytes(Action<Stream> write) {
        var file = new MemoryStream();
        write(file);
        return file.ToArray();
    }

    /// <summary>Everything that a bundle holds, by its properties and not by the description of its tables.</summary>
    public static string Everything(MonthBundle bundle) => JsonSerializer.Serialize(bundle);
}
