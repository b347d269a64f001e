using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>The claims of a file, one after the other, in memory that does not grow with the file.</summary>
public static class ClaimFile {
    /// <param name="file">Read from where it stands to its end, not closed.</param>
    public static IEnumerable<Claim> Claims(Stream file) {
        var reader = new RecordReader(file);
        var number = 0;
        while (reader.Read() is { } block)
            if (block.IsClaim) yield return new Claim(block, ++number);
    }
}
