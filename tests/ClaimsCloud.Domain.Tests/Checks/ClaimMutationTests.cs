using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Checks;

/// <summary>
/// Both directions over generated claims: valid ones give no error, and a defect of each kind is found by its rule, in its record and field. CLAIMS_MUTATIONS
/// sets the number of claims (100000 for the full proof).
/// </summary>
public sealed class ClaimMutationTests {
    private const int ClaimsAFile = 50;
    private static readonly int Claims = int.TryParse(Environment.GetEnvironmentVariable("CLAIMS_MUTATIONS"), out var claims) ? claims : 3_000;

    [Fact]
    public void Valid_claims_give_no_error() {
        for (var seed = 0; seed < Claims; seed += ClaimsAFile)
            foreach (var file in Enumerable.Range(seed, ClaimsAFile).Select(ValidClaims.From).GroupBy(d => (d.ReviewOrganization, d.Month))) {
                var errors = Check(FileOf(file.Key.ReviewOrganization, file.Key.Month.Plus(1).ToString(), file.Select((d, i) => d.Text(i + 1)))).Where(f => f.IsError);
                Assert.True(!errors.Any(), $"seeds from {seed}, {file.Key}: {string.Join('\n', errors)}");
            }
    }

    [Fact]
    public void A_defect_of_every_kind_is_found_with_its_code_record_and_field() {
        var hits = Mutations.All.ToDictionary(m => m, _ => 0);
        for (var seed = 0; seed < Claims; seed++)
            foreach (var mutation in Chosen(seed, hits)) {
                var claim = ValidClaims.From(seed);
                if (!mutation.Apply(claim)) continue;
                hits[mutation]++;
                var file = FileOf(claim.ReviewOrganization, claim.Month.Plus(1).ToString(), [claim.Text(mutation.Code == "F04a" ? 9 : 1)]);
                var findings = Check(file).ToList();
                Assert.True(findings.Exists(f => f.Code == mutation.Code && f.Place is { Claim: 1, Offset: not null } && f.Place.Record == mutation.Record && (mutation.Field is null || f.Place.Field == mutation.Field)),
                    $"seed {seed}, {mutation.Code} in {mutation.Record} {mutation.Field}: {string.Join('\n', findings)}\n{claim.Text(1)}");
            }
        Assert.All(hits, h => Assert.True(h.Value > 0, $"{h.Key.Code} was never put into a claim"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{hits.Values.Sum():N0} defects of {hits.Count} kinds in claims of {Claims:N0} seeds");
    }

    [Fact]
    public void A_kind_of_defect_has_a_rule_of_the_catalogue() =>
        Assert.Empty(Mutations.All.Select(m => m.Code).Except(RuleCatalog.All.Select(r => r.Code)));

    /// <summary>One by turn, and those that few claims can have until they were had.</summary>
    private static IEnumerable<Mutation> Chosen(int seed, Dictionary<Mutation, int> hits) =>
        seed < 400 ? Mutations.All.Where(m => hits[m] < 3) : [Mutations.All[seed % Mutations.All.Length]];

    private static byte[] FileOf(string payer, string billing, IEnumerable<string> claims) {
        var file = new MemoryStream();
        foreach (var line in $"HM,{payer},13,6,1234567,ひかり訪問看護ステーション,{billing},\n{string.Join('\n', claims)}\nGO".Split('\n')) {
            file.Write(ClaimText.Encode(line));
            file.Write("\r\n"u8);
        }
        file.WriteByte(0x1A);
        return file.ToArray();
    }

    private static IEnumerable<Finding> Check(byte[] file) => new ClaimFileCheck(new MemoryStream(file)).Run().SelectMany(p => p.Findings);
}
