using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Pages;

public sealed class AssetTests(Tour tour) {
    private sealed record Vendored(string File, string Package, string Version, string Sha256);

    [Fact]
    public void Vendored_files_are_the_ones_that_were_noted() {
        var folder = Path.Combine(Repository.Root, "src/ClaimsCloud.Portal/wwwroot/vendor");
        var noted = JsonSerializer.Deserialize<Vendored[]>(File.ReadAllText(Path.Combine(folder, "vendored.json")), JsonSerializerOptions.Web)!;
        Assert.Equal(["design-tokens/tokens.css", "htmx/htmx.min.js"], noted.Select(v => v.File).Order(StringComparer.Ordinal));
        foreach (var file in noted) {
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file.File)))));
            Assert.True(File.Exists(Path.Combine(folder, Path.GetDirectoryName(file.File)!, "LICENSE")), $"{file.Package} without its licence");
        }
        Assert.Equal(noted.Select(v => v.File).Order(StringComparer.Ordinal),
            Directory.GetFiles(folder, "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".js", StringComparison.Ordinal) || f.EndsWith(".css", StringComparison.Ordinal))
                .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal("29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c",
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Repository.Root, "tests/ClaimsCloud.Portal.Tests/vendor/axe-core/axe.min.js")))));
    }

    [Fact]
    public async Task An_asset_is_kept_by_browsers_under_an_address_that_changes_with_it() {
        var assets = new Assets();
        using var visitor = new Visitor(tour.Stack.Address);
        using var first = await visitor.Get(assets["css/base.css"]);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var again = await visitor.Get(assets["css/base.css"], ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var readMe = await visitor.Get("/assets/vendor/README.md");
        Assert.Equal(HttpStatusCode.NotFound, readMe.StatusCode);
    }
}
