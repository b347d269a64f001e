using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>Reads the lines of a file to or from 国保連合会. It accepts every byte sequence: what is wrong is for the check to say.</summary>
public static class CareFileReader {
    /// <summary>The lines one after the other; their bytes and endings together are the file.</summary>
    /// <param name="file">Read to its end as the lines are taken, not closed.</param>
    public static IEnumerable<CareRecord> Read(Stream file, CareFileSpec spec) {
        var reader = new RecordReader(file);
        while (reader.Read() is { } block)
            for (var i = 0; i < block.Count; i++) yield return new(block[i], spec);
    }
}
