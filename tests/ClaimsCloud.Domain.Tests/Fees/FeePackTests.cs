using ClaimsCloud.Domain.Fees;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Fees;

public sealed class FeePackTests {
    public static TheoryData<string> Releases => ["2024-06", "2026-06"];

    [Theory, MemberData(nameof(Releases))]
    public void A_pack_comes_back_as_it_was(string release) {
        var schedule = FeeSchedules.BuiltIn.All.Single(s => s.Release == release);
        var back = FeePack.Read(new MemoryStream(Packed(schedule)), "pack").Schedule!;
        Assert.Equal((schedule.Release, schedule.First, schedule.Last), (back.Release, back.First, back.Last));
        Assert.True(ScheduleDiff.Between(schedule, back).IsEmpty);
        Assert.Equal(schedule.Fees.Select(f => f.Conditions!.ToString()), back.Fees.Select(f => f.Conditions!.ToString()));
        Assert.Equal(schedule.Fees.Select(f => (f.AmountCertainty, f.RuleCertainty)), back.Fees.Select(f => (f.AmountCertainty, f.RuleCertainty)));
        Assert.Equal(schedule.Abolished.Select(a => (a.Key, string.Join(' ', a.Value))), back.Abolished.Select(a => (a.Key, string.Join(' ', a.Value))));
    }

    [Fact]
    public void A_cut_pack_is_a_problem_and_never_an_exception() {
        var whole = Packed(FeeSchedule.Release202406);
        Prop.ForAll(Gen.Choose(0, whole.Length - 1).ToArbitrary(), length => {
            var reading = FeePack.Read(new MemoryStream(whole[..length]), "fees.zip");
            return reading.Schedule is null && reading.Problem!.Message.Contains("fees.zip", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    private static byte[] Packed(FeeSchedule schedule) {
        using var file = new MemoryStream();
        FeePack.Write(file, schedule);
        return file.ToArray();
    }
}
