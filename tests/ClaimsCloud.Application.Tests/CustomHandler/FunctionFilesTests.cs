using System.Runtime.CompilerServices;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Functions.CustomHandler;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.CustomHandler;

public sealed class FunctionFilesTests {
    private static readonly EndpointTable Table = ClaimsCloudModules.Table();

    [Fact]
    public void What_lies_in_infra_is_what_the_table_says() {
        var folder = Infra();
        var there = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText);
        var wanted = FunctionFiles.Of(Table);
        Assert.Equal(wanted.Keys.Order(StringComparer.Ordinal), there.Keys.Order(StringComparer.Ordinal));
        foreach (var (path, content) in wanted) Assert.True(content == there[path], $"infra/functions/{path} differs: dotnet run --project src/ClaimsCloud.Functions -- functions --Out infra/functions");
    }

    [Fact]
    public void Each_way_into_the_product_is_one_function() {
        var functions = FunctionFiles.Of(Table).Keys.Where(k => k != "host.json").ToList();
        var routes = Table.Http.Select(h => h.Route).Distinct(StringComparer.Ordinal).Count();
        Assert.Equal(routes + 1 + Table.Timers.Count + Table.Messages.Select(m => m.Queue).Distinct().Count() + 1, functions.Count);
    }

    [Fact]
    public void Functions_that_the_table_no_longer_has_go_away() {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "old-route"));
        File.WriteAllText(Path.Combine(folder.Path, "old-route", "function.json"), "{}");
        FunctionFiles.Write(Table, folder.Path);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "old-route")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "host.json")));
    }

    [Theory]
    [InlineData("SweepOutboxes", "SweepOutboxes")]
    [InlineData("deliverchecks", "DeliverChecks")]
    [InlineData("{anything}", "path of the trigger")]
    [InlineData("{*path}", "every path")]
    [InlineData("files/{**path}", "every path")]
    [InlineData("admin/stations", "host")]
    [InlineData("runtime/state", "host")]
    [InlineData("claim-files-{fileId}", "Two functions")]
    public void A_route_that_reaches_a_trigger_or_belongs_to_the_host_is_refused_at_start(string route, string because) {
        var table = ClaimsCloudModules.Table();
        table.MapPost(route, Access.Biller, () => "");
        Assert.Contains(because, Assert.Throws<InvalidOperationException>(() => FunctionNames.Check(table)).Message, StringComparison.Ordinal);
    }

    private static string Infra([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "infra", "functions"));
}
