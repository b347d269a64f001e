using System.Text;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Bundles.Reading;

public sealed class BundleMergeTests {
    [Fact]
    public void The_first_import_adds_every_row() {
        var merged = BundleMerge.First(Bundles.Read(BundleSamples.Small()));
        Assert.All(merged.Rows, r => Assert.Equal(RowState.Added, r.State));
        Assert.Equal(BundleDigest.Of(Bundles.Small()), BundleDigest.Of(merged.Bundle));
    }

    [Fact]
    public void The_same_bundle_again_changes_nothing_in_any_form_or_order() {
        var small = Bundles.Small();
        var turned = small with { Visits = [.. small.Visits.Reverse()], Staff = [.. small.Staff.Reverse()] };
        foreach (var file in new[] { BundleSamples.Small(), Bundles.Zip(small), Bundles.Json(turned) }) {
            var merged = BundleMerge.Into(small, Bundles.Read(file));
            Assert.False(merged.Changes);
            Assert.All(merged.Rows, r => Assert.Equal(RowState.Unchanged, r.State));
        }
    }

    [Fact]
    public void Every_row_is_reported_as_added_changed_unchanged_or_removed() {
        var small = Bundles.Small();
        var next = small with {
            Visits = [.. small.Visits.Where(v => v.Key != "V02").Select(v => v.Key == "V03" ? v with { End = new(10, 45), Notes = "延長" } : v), small.Visits[1] with { Key = "V99" }],
        };
        var merged = BundleMerge.Into(small, Bundles.Read(Bundles.Json(next)));
        var visits = merged.Rows.Where(r => r.Table == "visits").ToDictionary(r => r.Key);
        Assert.Equal((RowState.Removed, RowState.Changed, RowState.Added, RowState.Unchanged), (visits["V02"].State, visits["V03"].State, visits["V99"].State, visits["V04"].State));
        Assert.Equal(["end", "notes"], visits["V03"].Fields);
        Assert.Equal(BundleDigest.Of(next), BundleDigest.Of(merged.Bundle));
        Assert.False(BundleMerge.Into(merged.Bundle, Bundles.Read(Bundles.Json(next))).Changes);
    }

    [Fact]
    public void A_refused_patient_stays_as_stored_with_the_staff_that_his_rows_name() {
        var (small, merged) = Imported(("\"payer\": \"care\", \"staff\": \"T1\"", "\"payer\": \"nobody\", \"staff\": \"T1\""), ("    {\"key\": \"T1\"", "    {\"key\": \"T2\""), ("\"end\": \"00:25\"", "\"end\": \"00:30\""));
        Assert.Equal(["P3"], merged.KeptPatients);
        Assert.Equal(Of(small, "P3"), Of(merged.Bundle, "P3"));
        Assert.Equal(["N1", "N2", "T1", "T2"], merged.Bundle.Staff.Select(s => s.Key).Order());
        Assert.Equal(new(0, 30), merged.Bundle.Visits.Single(v => v.Key == "V06").End);
        Assert.Empty(BundleCheck.Run(merged.Bundle));
    }

    [Fact]
    public void A_patient_who_took_over_the_row_of_a_refused_one_stays_as_well() {
        var (small, merged) = Imported(("\"payer\": \"care\"", "\"payer\": \"nobody\""), ("\"V16\", \"patient\": \"P3\"", "\"V16\", \"patient\": \"P1\""));
        Assert.Equal(["P1", "P3"], merged.KeptPatients);
        Assert.Equal(BundleDigest.Of(small), BundleDigest.Of(merged.Bundle));
        Assert.False(merged.Changes);
    }

    [Fact]
    public void A_refused_file_cannot_be_stored() =>
        Assert.Throws<ArgumentException>(() => BundleMerge.First(Bundles.Read([])));

    private static (MonthBundle Small, MergedBundle Merged) Imported(params (string Text, string By)[] changes) {
        var text = changes.Aggregate(Encoding.UTF8.GetString(BundleSamples.Small()), (file, change) => file.Replace(change.Text, change.By, StringComparison.Ordinal));
        return (Bundles.Small(), BundleMerge.Into(Bundles.Small(), Bundles.Read(Encoding.UTF8.GetBytes(text))));
    }

    private static string Of(MonthBundle bundle, string patient) => Bundles.Everything(bundle with {
        Staff = [], Trainings = [], Patients = [.. bundle.Patients.Where(p => p.Key == patient)], Visits = [.. bundle.Visits.Where(v => v.Patient == patient)],
        Residences = [], InsuranceCards = [], PublicExpenses = [], LimitCertificates = [], CareInsurances = [], Instructions = [], Conditions = [], ListedConditions = [],
        Diseases = [], OtherStations = [], Agreements = [], InformationLetters = [], Collaborations = [], Notes = [],
    });
}
