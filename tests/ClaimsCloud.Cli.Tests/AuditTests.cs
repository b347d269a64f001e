using System.Text;
using System.Text.Json;
using ClaimsCloud.Domain.Audit;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Cli.Tests;

public sealed class AuditTests {
    private static readonly string Text = """{"number":1,"actor":"person-1","act":"SignedIn"}""";
    private static readonly string Hash = AuditChain.Next(AuditChain.Start("station-a"), Text);
    private static readonly string Whole = File("station-a", Text);

    [Fact]
    public void A_whole_log_ends_with_0_and_says_what_that_proves() {
        var (exit, output, _) = Run(Whole);
        Assert.Equal(0, exit);
        Assert.Contains("--head", output, StringComparison.Ordinal);
        Assert.Contains(Hash, output, StringComparison.Ordinal);
        Assert.Equal((0, 1), Exit(Run(Whole, "--head", $"1:{Hash}"), "控え1個と合っています"));
    }

    [Fact]
    public void A_changed_log_ends_with_1_and_names_the_line() {
        Assert.Equal((1, 1), Exit(Run(Whole.Replace("person-1", "person-2", StringComparison.Ordinal)), "2行 AU2"));
        Assert.Equal((1, 1), Exit(Run(Whole, "--head", $"2:{Hash}"), "AU6"));
        var (exit, output, _) = Run(Whole[..^5], "--json");
        Assert.Equal(1, exit);
        Assert.Equal(["scope", "entries", "head", "anchorsCompared", "faults"], JsonDocument.Parse(output).RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void The_platforms_log_tells_a_log_that_was_made_anew() {
        using var folder = new TemporaryFolder();
        var platform = Path.Combine(folder.Path, "platform.log");
        System.IO.File.WriteAllText(platform, File("platform", $$"""{"number":1,"act":"Anchored","subject":"station-a","why":"1:{{Hash}}"}"""));
        Assert.Equal(0, Run(Whole, "--anchors", platform).Exit);
        Assert.Equal((1, 1), Exit(Run(File("station-a", Text.Replace("person-1", "person-2", StringComparison.Ordinal)), "--anchors", platform), "AU6"));
        Assert.Equal(2, Run(File("station-b", Text), "--anchors", platform).Exit);
    }

    [Fact]
    public void What_is_no_log_and_wrong_usage_end_with_2() {
        Assert.Equal(2, Run("UNB\n").Exit);
        Assert.Equal(2, Run(Whole, "--head", "1").Exit);
        Assert.Equal(2, Claims.Run(null, "audit", "verify", "no such file").Exit);
    }

    private static (int Exit, string Output, string Error) Run(string file, params string[] options) {
        var (exit, output, error) = Claims.Run(Encoding.UTF8.GetBytes(file), ["audit", "verify", "-", .. options]);
        return (exit, Encoding.UTF8.GetString(output), error);
    }

    private static (int Exit, int Times) Exit((int Exit, string Output, string Error) run, string said) => (run.Exit, run.Output.Split(said).Length - 1);

    private static string File(string scope, string text) {
        var hash = AuditChain.Next(AuditChain.Start(scope), text);
        return $"{AuditChain.Heading(scope)}\n{AuditChain.Line(hash, text)}\n{AuditChain.End(1, hash)}\n";
    }
}
