using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>A test that needs a disk it can fill: it runs itself once more on one. Skipped with its reason where the system does not let it, unless that was promised.</summary>
internal static class OnSmallDisk {
    /// <summary>Null in the process that has no small disk: there the test is over, its other process has passed it.</summary>
    public static async Task<SmallDisk?> Here() {
        if (SmallDisk.Here is { } disk) return disk;
        if (await SmallDisk.WhyNot() is { } reason) {
            Assert.DoesNotContain("namespaces", Environment.GetEnvironmentVariable("CLAIMS_PROMISED") ?? "");
            Assert.Skip(reason);
        }
        var test = TestContext.Current.TestMethod ?? throw new InvalidOperationException("no test is running");
        var (code, output) = await SmallDisk.Again(System.Reflection.Assembly.GetExecutingAssembly(), $"{test.TestClass.TestClassName}.{test.MethodName}");
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.True(code == 0, output);
        Assert.Matches("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output);
        return null;
    }
}
