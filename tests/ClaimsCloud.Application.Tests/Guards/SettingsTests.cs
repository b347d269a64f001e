using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Functions;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Guards;

public sealed class SettingsTests {
    /// <summary>It would bill amounts that nobody imported.</summary>
    [Fact]
    public void A_host_that_was_told_of_imported_masters_does_not_start_without_them() {
        using var folder = new TemporaryFolder();
        var fees = Path.Combine(folder.Path, "fees");
        FeeSchedules Read(string named) => FunctionsSettings.Read(["--DataFolder", folder.Path, "--Url", "http://127.0.0.1:0", "--GatewayPublicKey", "g", "--EdgeTokenKey", "e", "--SecretsKey", "s", "--StoreKeysFile", "none", "--FeeStore", named]).Standalone().Fees;
        Assert.Same(FeeSchedules.BuiltIn, Read(""));
        Assert.Contains(fees, Assert.Throws<InvalidOperationException>(() => Read(fees)).Message, StringComparison.Ordinal);

        FeeStore.Save(fees, FeeSchedule.Release202406);
        var first = Read(fees).Version;
        Assert.Matches("^fees-2024-06:[0-9a-f]{8}$", first);
        File.WriteAllBytes(Path.Combine(fees, "fees-2024-06.zip"), FeePacks.With("510000110", ",5550,", ",5560,"));
        Assert.NotEqual(first, Read(fees).Version);
        File.WriteAllText(Path.Combine(fees, "fees-2024-06.zip"), "damaged");
        Assert.Throws<InvalidOperationException>(() => Read(fees));
    }
}
