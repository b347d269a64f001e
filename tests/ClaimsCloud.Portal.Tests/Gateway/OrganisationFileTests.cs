using ClaimsCloud.Gateway.Organisations;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Gateway;

/// <summary>The file in which the gateway's operator names organisations.</summary>
public sealed class OrganisationFileTests {
    [Fact]
    public void A_setting_that_cannot_be_safe_stops_the_gateway() {
        using var folder = new TemporaryFolder();
        var (file, secret) = (Path.Combine(folder.Path, "organisations.json"), Path.Combine(folder.Path, "secret"));
        File.WriteAllText(secret, "s3cret\n");
        File.WriteAllText(file, $$"""[{ "id": "aoba", "name": "あおば会", "issuer": "https://login.example.jp/v2.0", "clientId": "c", "clientSecretFile": "{{secret}}", "tenants": ["t", "vendor"], "secondFactor": "Always" }]""");
        var read = Assert.Single(Organisation.Read(file));
        Assert.Equal(("s3cret", "https://login.example.jp/v2.0", CountsAsSecondFactor.Always), (read.ClientSecret, read.Issuer.OriginalString, read.SecondFactor));
        foreach (var bad in (string[])["""[{ "id": "aoba", "name": "n", "issuer": "http://login.example.jp", "clientId": "c", "tenants": [] }]""", """[{ "id": "../x", "name": "n", "issuer": "https://a.jp", "clientId": "c", "tenants": [] }]""",
            """[{ "id": "a", "name": "n", "issuer": "https://a.jp", "tenants": [] }]""", """[{ "id": "a", "name": "n", "issuer": "https://a.jp", "clientId": "c", "tenants": [], "tenant": "x" }]""", "null"]) {
            File.WriteAllText(file, bad);
            Assert.ThrowsAny<Exception>(() => Organisation.Read(file));
        }
    }
}
