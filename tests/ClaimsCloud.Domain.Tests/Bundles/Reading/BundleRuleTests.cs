using System.Text;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Bundles.Reading;

public sealed class BundleRuleTests {
    /// <param name="Name">What is wrong.</param>
    /// <param name="Text">What stands in the sample.</param>
    /// <param name="By">What stands there instead.</param>
    public sealed record Example(string Code, string Name, string Text, string By, string Table, string Key, string Field, string Patient) {
        public override string ToString() => $"{Code} {Name}";
    }

    private static readonly Example[] Examples = [
        new("BU01", "a list", "{\n  \"bundle\"", "[\n  \"bundle\"", "", "", "", ""),
        new("BU02", "no comma", "\"station\": {\"key\": \"S1\",", "\"station\": {\"key\": \"S1\"", "", "", "", ""),
        new("BU02", "more behind the end", "\n}\n", "\n}\n{}", "", "", "", ""),
        new("BU04", "unknown table", "\"visits\":", "\"visit\":", "visit", "", "", ""),
        new("BU04", "unknown column", "\"start\": \"11:00\", \"end\": \"12:00\"", "\"begin\": \"11:00\", \"end\": \"12:00\"", "visits", "", "begin", ""),
        new("BU05", "table twice", "\"residences\":", "\"patients\":", "patients", "", "", ""),
        new("BU05", "name twice in a row", "\"end\": \"12:00\"", "\"end\": \"12:00\", \"end\": \"12:10\"", "visits", "", "end", ""),
        new("BU06", "table missing", "\"insuranceCards\":", "\"reductions\":", "insuranceCards", "", "", ""),
        new("BU07", "half a character", "\"けやきの里\"", "\"\\ud800\"", "", "", "", ""),
        new("BU08", "object for a list", "\"trainings\": [", "\"trainings\": {\"a\": [], \"b\": {}}, \"notes\": [", "trainings", "", "", ""),
        new("BU09", "the rest of a refused patient", "\"V16\", \"patient\": \"P3\", \"date\": \"2024-10-11\"", "\"V16\", \"patient\": \"P3\", \"date\": \"\"", "patients", "P3", "", "P3"),
        new("BU11", "no date", "\"V16\", \"patient\": \"P3\", \"date\": \"2024-10-11\"", "\"V16\", \"patient\": \"P3\", \"date\": null", "visits", "V16", "date", "P3"),
        new("BU12", "31 September", "\"date\": \"2024-09-30\"", "\"date\": \"2024-09-31\"", "visits", "V01", "date", "P1"),
        new("BU12", "a number as text", "\"benefitPercent\": 90", "\"benefitPercent\": \"90\"", "insuranceCards", "H3", "benefitPercent", "P3"),
        new("BU12", "a fraction", "\"benefitPercent\": 90", "\"benefitPercent\": 90.5", "insuranceCards", "H3", "benefitPercent", "P3"),
        new("BU12", "an unknown word", "\"payer\": \"care\"", "\"payer\": \"nobody\"", "visits", "V11", "payer", "P3"),
        new("BU12", "text for a list", "\"companions\": [\"N2\"]", "\"companions\": \"N2\"", "visits", "V10", "companions", "P2"),
        new("BU12", "the separator in a list", "\"companions\": [\"N2\"]", "\"companions\": [\"N2;N1\"]", "visits", "V10", "companions", "P2"),
        new("BU12", "seconds", "\"end\": \"00:25\"", "\"end\": \"00:25:30\"", "visits", "V06", "end", "P1"),
        new("BU12", "a staff member without a known licence", "\"physicalTherapist\"", "\"doctor\"", "staff", "T1", "licence", ""),
        new("BU13", "110 percent", "\"benefitPercent\": 90", "\"benefitPercent\": 110", "insuranceCards", "H3", "benefitPercent", "P3"),
        new("BU14", "unknown sex", "\"sex\": \"2\", \"birthDate\": \"1937-08-22\"", "\"sex\": \"3\", \"birthDate\": \"1937-08-22\"", "patients", "P3", "sex", "P3"),
        new("BU14", "a lost zero", "\"kind\": \"03\"", "\"kind\": \"3\"", "instructions", "I2", "kind", "P2"),
        new("BU14", "the fee table of stations", "\"feeTable\": \"1\", \"institutionCode\": \"9900220\"", "\"feeTable\": \"6\", \"institutionCode\": \"9900220\"", "instructions", "I2", "feeTable", "P2"),
        new("BU15", "a long name of an institution", "青葉こころクリニック", "青葉こころクリニック青葉こころクリニック青", "instructions", "I2", "institutionName", "P2"),
        new("BU16", "a name outside the repertoire", "\"name\": \"高橋　みどり\"", "\"name\": \"髙橋　みどり\"", "patients", "P1", "name", "P1"),
        new("BU16", "an emoji", "痛みは薬で", "痛み🙂は薬で", "conditions", "CO1", "text", "P1"),
        new("BU17", "half-width in a full-width text", "痛みは薬で", "痛みはABCで", "conditions", "CO1", "text", "P1"),
        new("BU17", "both widths in a name", "\"name\": \"西尾　香織\"", "\"name\": \"西尾 香織\"", "patients", "P2", "name", "P2"),
        new("BU18", "seven digits of eight", "\"21139993\"", "\"2113999\"", "publicExpenses", "K1", "payerNumber", "P2"),
        new("BU18", "a spreadsheet's number", "\"1012020\"", "\"1.01E+06\"", "publicExpenses", "K1", "recipientNumber", "P2"),
        new("BU19", "no space in a name", "\"name\": \"西尾　香織\"", "\"name\": \"西尾香織\"", "patients", "P2", "name", "P2"),
        new("BU19", "hiragana", "\"ニシオカオリ\"", "\"にしおかおり\"", "patients", "P2", "kana", "P2"),
        new("BU20", "a separator in a key", "\"key\": \"V11\"", "\"key\": \"V;11\"", "visits", "V;11", "key", "P3"),
        new("BU21", "a visit twice", "\"key\": \"V11\"", "\"key\": \"V12\"", "visits", "V12", "key", "P3"),
        new("BU21", "a key of two patients", "\"key\": \"V11\"", "\"key\": \"V10\"", "visits", "V10", "key", "P2"),
        new("BU21", "a staff member twice", "\"key\": \"T1\"", "\"key\": \"N2\"", "staff", "N2", "key", ""),
        new("BU22", "an unknown staff member", "\"staff\": \"T1\"", "\"staff\": \"T9\"", "visits", "V11", "staff", "P3"),
        new("BU22", "an unknown companion", "\"companions\": [\"N2\"]", "\"companions\": [\"N2\", \"N9\"]", "visits", "V10", "companions", "P2"),
        new("BU22", "an unknown building", "\"building\": \"B1\"", "\"building\": \"B9\"", "residences", "R2", "building", "P2"),
        new("BU22", "an unknown patient", "{\"key\": \"P3\"", "{\"key\": \"P9\"", "visits", "V11", "patient", "P3"),
        new("BU22", "another patient's public expense", "\"payer\": \"care\", \"staff\": \"T1\"", "\"payer\": \"care\", \"staff\": \"T1\", \"notPaidBy\": [\"K1\"]", "visits", "V11", "notPaidBy", "P3"),
        new("BU23", "a bell in a note", "家族が同席。", "家族が同席。\\u0007", "visits", "V12", "notes", "P3"),
        new("BU32", "billed in the month itself", "\"billingMonth\": \"2024-11\"", "\"billingMonth\": \"2024-10\"", "bundle", "", "billingMonth", ""),
        new("BU33", "visits from the middle of the month", "\"visitsCompleteFrom\": \"2024-09-29\"", "\"visitsCompleteFrom\": \"2024-10-02\"", "bundle", "", "visitsCompleteFrom", ""),
        new("BU41", "an instruction ends before it begins", "\"until\": \"2025-02-28\"", "\"until\": \"2024-02-28\"", "instructions", "I2", "until", "P2"),
        new("BU41", "a staff member leaves before the start", "\"employedFrom\": \"2022-10-01\"", "\"employedFrom\": \"2022-10-01\", \"employedUntil\": \"2022-09-30\"", "staff", "T1", "employedUntil", ""),
        new("BU42", "two insurances at a time", "{\"key\": \"H3\"", "{\"key\": \"H4\", \"patient\": \"P3\", \"from\": \"2024-10-15\", \"insurerNumber\": \"39139993\", \"number\": \"1\", \"relation\": \"insured\", \"benefitPercent\": 90},\n    {\"key\": \"H3\"",
            "insuranceCards", "H4", "from", "P3"),
        new("BU43", "insurance from the middle of the month", "\"from\": \"2020-04-01\", \"insurerNumber\"", "\"from\": \"2024-10-02\", \"insurerNumber\"", "visits", "V02", "date", "P1"),
        new("BU44", "a gap between instructions", "\"kind\": \"03\", \"from\": \"2024-09-01\"", "\"kind\": \"03\", \"from\": \"2024-10-03\"", "visits", "V07", "date", "P2"),
        new("BU45", "a visit in the future", "\"V16\", \"patient\": \"P3\", \"date\": \"2024-10-11\"", "\"V16\", \"patient\": \"P3\", \"date\": \"2024-11-01\"", "visits", "V16", "date", "P3"),
        new("BU45", "a visit before the records begin", "\"date\": \"2024-09-30\"", "\"date\": \"2024-09-28\"", "visits", "V01", "date", "P1"),
        new("BU46", "the end before the start", "\"start\": \"11:00\", \"end\": \"12:00\"", "\"start\": \"12:00\", \"end\": \"11:00\"", "visits", "V11", "end", "P3"),
        new("BU46", "over 24 hours", "\"endDate\": \"2024-10-11\"", "\"endDate\": \"2024-10-12\"", "visits", "V06", "endDate", "P1"),
        new("BU47", "two public expenses of one rank", "{\"key\": \"K1\"", "{\"key\": \"K2\", \"patient\": \"P2\", \"from\": \"2024-10-01\", \"payerNumber\": \"21139993\", \"recipientNumber\": \"7654320\"},\n    {\"key\": \"K1\"",
            "publicExpenses", "K2", "payerNumber", "P2"),
        new("BU48", "symbol and number of 40 bytes", "\"number\": \"３４５\"", "\"number\": \"１２３４５６７８９０１２３４５６\"", "insuranceCards", "H1", "number", "P1"),
    ];

    /// <summary>Rules whose examples are not JSON or not a change of the sample: damaged files, and a bundle for another station.</summary>
    private static readonly string[] Elsewhere = ["BU03", "BU10", "BU31"];

    public static TheoryData<Example> All => [.. Examples];

    [Fact]
    public void Every_rule_has_an_example_and_every_page_is_written() {
        Assert.Equal(BundleRules.All.Select(r => r.Code), Examples.Select(e => e.Code).Concat(Elsewhere).Distinct().Order());
        Assert.All(BundleRules.All, r => Assert.All([r.Title, r.Fix, r.Source], text => Assert.NotEmpty(text)));
    }

    [Theory, MemberData(nameof(All))]
    public void A_fault_is_named_with_table_row_line_field_and_patient(Example example) {
        var file = Changed(example);
        var reading = Bundles.Read(file);
        var finding = reading.Findings.FirstOrDefault(f => f.Code == example.Code && f.Place.Key == example.Key && f.Place.Field == example.Field);
        Assert.True(finding is not null, string.Join('\n', reading.Findings));
        Assert.Equal((example.Table, example.Patient), (finding.Place.Table, finding.Patient));
        if (finding.Place.Line is { } line && example.Key.Length > 0) Assert.Contains($"\"key\": \"{example.Key}\"", Encoding.UTF8.GetString(file).Split('\n')[line - 1], StringComparison.Ordinal);
        Assert.All([finding.Message, finding.Fix, finding.Source], text => Assert.NotEmpty(text));
    }

    [Theory, MemberData(nameof(All))]
    public void A_fault_of_one_patient_holds_up_nobody_else(Example example) {
        var reading = Bundles.Read(Changed(example));
        var whole = Bundles.Small();
        Assert.Equal(reading.Findings.Any(f => f.KeepsBack && f.Severity == Severity.FileRefused), reading.Bundle is null);
        if (example.Patient.Length == 0 && example.Code != "BU09") Assert.Null(reading.Bundle);
        if (reading.Bundle is not { } bundle) return;
        var others = whole.Patients.Select(p => p.Key).Except(reading.Findings.Select(f => f.Patient)).ToList();
        Assert.NotEmpty(others);
        foreach (var patient in others) Assert.Equal(Of(whole, patient), Of(bundle, patient));
        foreach (var patient in reading.RefusedPatients) Assert.DoesNotContain($"\"{patient}\"", Bundles.Everything(bundle), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_outside_the_repertoire_comes_with_its_usual_substitute() {
        var finding = Assert.Single(Bundles.Read(Changed(Examples.First(e => e.Code == "BU16"))).Findings, f => f.Code == "BU16");
        Assert.Contains("「高」", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_lost_its_zero_is_recognised() {
        var finding = Assert.Single(Bundles.Read(Changed(Examples.Single(e => e.Name == "a lost zero"))).Findings, f => f.Code == "BU14");
        Assert.Contains("「03」", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_without_a_known_release_does_not_refuse_a_code_but_says_that_it_is_not_checked() {
        var text = Encoding.UTF8.GetString(BundleSamples.Small()).Replace("2024-", "2027-", StringComparison.Ordinal).Replace("2025-", "2028-", StringComparison.Ordinal)
            .Replace("\"recipient\": \"01\"", "\"recipient\": \"77\"", StringComparison.Ordinal);
        var reading = Bundles.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(Verdict.NotChecked, Assert.Single(reading.Findings, f => f.Code == "BU14").Verdict);
        Assert.Empty(reading.RefusedPatients);
    }

    [Fact]
    public void A_bundle_of_another_station_is_refused() {
        Assert.Empty(BundleReader.ReadFor("9990018", new MemoryStream(BundleSamples.Small())).Findings);
        var reading = BundleReader.ReadFor("1234567", new MemoryStream(BundleSamples.Small()));
        Assert.Null(reading.Bundle);
        Assert.Equal(("BU31", "station", "S1", "code"), reading.Findings.Where(f => f.KeepsBack).Select(f => (f.Code, f.Place.Table, f.Place.Key, f.Place.Field)).Single());
    }

    [Fact]
    public void A_bundle_that_was_typed_in_is_checked_by_the_same_rules() {
        var small = Bundles.Small();
        Assert.Empty(BundleCheck.Run(small));
        var wrong = small with { Visits = [.. small.Visits.Select(v => v.Key == "V11" ? v with { Staff = "N9" } : v)] };
        Assert.Equal(["BU22"], BundleCheck.Run(wrong).Where(f => f.KeepsBack).Select(f => f.Code));
    }

    [Fact]
    public void Nothing_and_something_else_are_refused() {
        Assert.Contains(Bundles.Read([]).Findings, f => f.Code == "BU01");
        Assert.Contains(Bundles.Read(UkeText.Sample("demo-station-a")).Findings, f => f.Code == "BU01");
    }

    private static byte[] Changed(Example example) {
        var text = Encoding.UTF8.GetString(BundleSamples.Small());
        var at = text.IndexOf(example.Text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the sample has no {example.Text}");
        return Encoding.UTF8.GetBytes(text.Remove(at, example.Text.Length).Insert(at, example.By));
    }

    /// <summary>The lines of a patient's rows.</summary>
    private static string Of(MonthBundle bundle, string patient) =>
        string.Join('\n', Encoding.UTF8.GetString(Bundles.Json(bundle)).Split('\n').Select(l => l.TrimEnd(',')).Where(l => l.Contains($"\"{patient}\"", StringComparison.Ordinal)));
}
