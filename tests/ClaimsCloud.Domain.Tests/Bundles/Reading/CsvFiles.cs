using System.IO.Compression;
using System.Text;
using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Tests.Bundles.Reading;

/// <summary>The CSV files of a bundle as text, to be changed and zipped again.</summary>
internal sealed class CsvFiles {
    private readonly Dictionary<string, byte[]> _files = [];

    public static CsvFiles Of(MonthBundle bundle) {
        var files = new CsvFiles();
        using var zip = new ZipArchive(new MemoryStream(Bundles.Zip(bundle)));
        foreach (var entry in zip.Entries) {
            var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            files._files[entry.FullName] = content.ToArray();
        }
        return files;
    }

    public CsvFiles Without(string name) {
        _files.Remove(name);
        return this;
    }

    public CsvFiles With(string name, byte[] content) {
        _files[name] = content;
        return this;
    }

    public CsvFiles Replace(string name, string text, string by) {
        var before = Text(name);
        Assert.Contains(text, before, StringComparison.Ordinal);
        return With(name, Encoding.UTF8.GetBytes(before.Replace(text, by, StringComparison.Ordinal)));
    }

    /// <summary>Every file in another encoding.</summary>
    public CsvFiles Encoded(Func<string, byte[]> encode) {
        foreach (var name in _files.Keys.ToList()) _files[name] = encode(Text(name));
        return this;
    }

    public string Text(string name) => Encoding.UTF8.GetString(_files[name]).TrimStart('\uFEFF');

    public byte[] Zip() => Bundles.Bytes(file => {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in _files) {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }
    });
}
