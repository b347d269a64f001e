using ClaimsCloud.Gateway.Session;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Portal.Tests.Gateway;

public sealed class LocalPathTests {
    [Fact]
    public void Whatever_comes_in_the_way_on_stays_on_this_site() {
        var pieces = Gen.Elements("/", "\\", "//", "http:", "https:", "evil.example", "@", "?", "#", "%2f", "\t", "\n", "\0", "..", "files", ":", ";", "javascript:", "　");
        var paths = pieces.ListOf().Select(p => string.Concat(p));
        Prop.ForAll(paths.ToArbitrary(), path => {
            var led = LocalPath.Or(path, "/");
            return new Uri(new Uri("http://here.example"), led).Host == "here.example" && !led.Any(char.IsControl);
        }).QuickCheckThrowOnFailure();
    }
}
