using System.Text;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Updates;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>A new version goes in only when all agree, and out again when it does not live.</summary>
public sealed class UpdateTests : IDisposable {
    private static readonly DateOnly Calm = new(2026, 11, 24);
    private static readonly DateOnly Billing = new(2026, 11, 10);
    /// <summary>A program, as far as anybody asks it here.</summary>
    private const string New = "#!/bin/sh\necho 1.0.1\n";
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(CloudHarness.Start);
    private readonly Vendor _vendor = new();
    private readonly string _program;

    public UpdateTests() => _program = _vendor.Install(_folder.Path, "old");

    public void Dispose() {
        _vendor.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_signed_newer_release_for_this_ring_and_runtime_goes_in_outside_of_the_billing_days() => Assert.Null(WhyNot(Signed()));

    [Fact]
    public void Anything_that_was_changed_after_the_signature_is_refused() {
        var release = Signed();
        foreach (var changed in (EdgeRelease[])[release with { Version = "1.0.2" }, release with { Ring = ReleaseRing.All }, release with { Sha256 = new('0', 64) }, release with { Signature = "x" }, Signed(by: Vendor.Stranger)])
            Assert.Equal(UpdateRule.NotSigned, WhyNot(changed));
    }

    [Theory, InlineData(ReleaseRing.Lab, ReleaseRing.Lab, true), InlineData(ReleaseRing.Lab, ReleaseRing.Friends, false), InlineData(ReleaseRing.Tenth, ReleaseRing.Friends, true), InlineData(ReleaseRing.Tenth, ReleaseRing.All, false), InlineData(ReleaseRing.All, ReleaseRing.Lab, true)]
    public void A_ring_waits_until_the_release_was_let_out_as_far(ReleaseRing release, ReleaseRing site, bool goesIn) =>
        Assert.Equal(goesIn ? null : UpdateRule.RingWaits, WhyNot(Signed(ring: release), site: site));

    [Theory]
    [InlineData(true, "鈴木", "佐藤"), InlineData(false, "鈴木"), InlineData(false, "鈴木", "鈴木"), InlineData(false, "鈴木", "stranger"), InlineData(false)]
    public void In_the_billing_days_two_different_people_have_to_agree(bool goesIn, params string[] people) {
        var release = _vendor.Approved(Signed(), people);
        for (var day = 1; day <= 12; day++) Assert.Equal(goesIn ? null : UpdateRule.BillingDaysWait, WhyNot(release, today: new(2026, 11, day)));
        Assert.Null(WhyNot(release, today: new(2026, 11, 13)));
        Assert.Null(WhyNot(release, today: new(2026, 10, 31)));
    }

    [Fact]
    public void An_approval_of_another_version_does_not_count() {
        var release = Signed() with { Approvals = _vendor.Approved(Signed(version: "1.9.0"), "鈴木", "佐藤").Approvals };
        Assert.Equal(UpdateRule.BillingDaysWait, WhyNot(release, today: Billing));
    }

    [Fact]
    public void An_older_or_equal_or_other_or_known_bad_release_is_refused() {
        Assert.Equal(UpdateRule.NotNewer, WhyNot(Signed(version: "1.0.0")));
        Assert.Equal(UpdateRule.OtherRuntime, WhyNot(Signed(runtime: "win-x64")));
        Assert.Equal(UpdateRule.KnownBad, UpdateRule.WhyNot(Signed(), _vendor.Keys, new(1, 0, 0), "linux-x64", ReleaseRing.Lab, ["1.0.1"], Calm));
    }

    [Fact]
    public void A_version_that_is_heard_stays_and_the_old_one_goes() {
        var trial = Begin();
        Assert.Equal((New, "old"), (File.ReadAllText(_program), File.ReadAllText(_program + ".old")));
        Assert.True(trial.MayGoOn());
        trial.Lives();
        Assert.False(File.Exists(_program + ".old"));
        for (var i = 0; i < 10; i++) Assert.True(trial.MayGoOn());
        Assert.Equal(New, File.ReadAllText(_program));
    }

    [Fact]
    public void A_version_that_starts_three_times_unheard_goes_out_again_and_does_not_come_back() {
        var trial = Begin();
        for (var i = 0; i < 3; i++) Assert.True(trial.MayGoOn());
        Assert.False(trial.MayGoOn());
        Assert.Equal("old", File.ReadAllText(_program));
        Assert.True(trial.MayGoOn());
        Assert.Equal(["1.0.1"], trial.Bad);
    }

    [Fact]
    public void A_version_that_runs_unheard_for_a_quarter_of_an_hour_goes_out_again() {
        var trial = Begin();
        Assert.True(trial.MayGoOn());
        Assert.False(trial.IsOver);
        _time.Advance(TimeSpan.FromMinutes(16));
        Assert.True(trial.IsOver);
        trial.TakeBack();
        Assert.Equal("old", File.ReadAllText(_program));
    }

    [Fact]
    public void A_power_cut_before_the_new_program_has_its_name_is_made_good_at_the_next_start() {
        Begin();
        File.Move(_program, _program + ".new", overwrite: true);
        File.Move(_program + ".old", _program);
        var trial = new Trial(_program, _folder.Path, _time);
        Assert.False(trial.MayGoOn());
        Assert.Equal((New, "old"), (File.ReadAllText(_program), File.ReadAllText(_program + ".old")));
        Assert.True(trial.MayGoOn());
    }

    [Fact]
    public void A_package_that_is_not_the_signed_one_changes_nothing() {
        var package = Path.Combine(_folder.Path, "package");
        File.WriteAllText(package, "something else");
        Assert.Equal(UpdateRule.NotSigned, new Trial(_program, _folder.Path, _time).TryBegin(Signed(), package));
        Assert.Equal("old", File.ReadAllText(_program));
    }

    [Theory, InlineData("#!/bin/sh\necho 9.9.9\n"), InlineData("#!/bin/sh\necho 1.0.1; exit 1\n"), InlineData("no program at all")]
    public void A_program_that_does_not_start_or_is_another_version_does_not_go_in_and_is_told(string program) {
        var package = Path.Combine(_folder.Path, "package");
        File.WriteAllText(package, program);
        var trial = new Trial(_program, _folder.Path, _time);
        Assert.Equal(UpdateRule.KnownBad, trial.TryBegin(_vendor.Signed(Encoding.UTF8.GetBytes(program)), package));
        Assert.Equal(("old", false), (File.ReadAllText(_program), trial.IsUnderWay));
        Assert.Equal(["1.0.1"], trial.Bad);
    }

    private Trial Begin() {
        var package = Path.Combine(_folder.Path, "package");
        File.WriteAllText(package, New);
        var trial = new Trial(_program, _folder.Path, _time);
        Assert.Null(trial.TryBegin(Signed(), package));
        return trial;
    }

    private string? WhyNot(EdgeRelease release, ReleaseRing site = ReleaseRing.Lab, DateOnly? today = null) => UpdateRule.WhyNot(release, _vendor.Keys, new(1, 0, 0), "linux-x64", site, [], today ?? Calm);

    private EdgeRelease Signed(string version = "1.0.1", ReleaseRing ring = ReleaseRing.Lab, string runtime = "linux-x64", string by = Vendor.Itself) => _vendor.Signed(Encoding.UTF8.GetBytes(New), version, ring, runtime, by);
}
