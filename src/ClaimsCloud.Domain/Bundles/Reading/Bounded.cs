namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>Reads streams whose length nobody vouches for.</summary>
internal static class Bounded {
    /// <summary>All bytes of the stream, or null when there are more than <paramref name="most"/>.</summary>
    public static byte[]? Read(Stream stream, int most) {
        var content = new MemoryStream();
        var part = new byte[1 << 16];
        while (stream.Read(part) is > 0 and var length) {
            if (content.Length + length > most) return null;
            content.Write(part, 0, length);
        }
        return content.ToArray();
    }
}
