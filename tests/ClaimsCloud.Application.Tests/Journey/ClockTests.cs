using System.Net.Http.Json;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Audit;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Journey;

/// <summary>The server's clock jumps, by itself or because somebody puts it right. (The clock of a site's PC: FaultMatrixTests and BadInputTests of the connector.)</summary>
public sealed class ClockTests {
    private static readonly DateTimeOffset Noon = new(2024, 7, 5, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(-1), InlineData(1), InlineData(-24), InlineData(24)]
    public async Task A_clock_that_jumps_between_any_two_steps_loses_nothing(int hours) {
        var time = new ShiftedTime(CloudHarness.Start);
        await using var cloud = await CloudHarness.Run(time);
        var station = await cloud.OpenStation();
        using var biller = station.Biller();
        using var device = await station.Device();
        void Jump() => time.Advance(TimeSpan.FromHours(hours));

        var fileId = (await biller.Upload(SampleFiles.Claims())).FileId;
        Jump();
        await biller.FileWhen(fileId, ClaimFileState.Checked);
        Jump();
        await biller.Seal(fileId);
        Jump();
        EdgeJob job;
        using (var edge = await device.Client()) {
            job = Assert.Single((await edge.Work()).Jobs);
            await edge.Report(job, JobEventKind.Fetched, time.GetUtcNow());
            // What was good a moment ago is refused at most; a new token is to be had at once.
            Jump();
            using var answer = await edge.PostAsJsonAsync(EdgeRoutes.Work, new WorkRequest("1.0.0", 0, 12, [], 0), Stop);
            Assert.True((int)answer.StatusCode is 200 or 401);
        }
        using (var edge = await device.Client()) {
            await edge.Report(job, JobEventKind.Placed, time.GetUtcNow());
            Jump();
        }
        using (var edge = await device.Client()) {
            await edge.Report(job, JobEventKind.SeenUnchanged, time.GetUtcNow());
            await edge.Send("list-1", SampleFiles.AcceptanceName(), SampleFiles.AcceptanceList());
        }
        Jump();
        var answered = await biller.FileWhen(fileId, ClaimFileState.Answered);
        Assert.Equal(["received", "checked", "sealed", "fetched", "placed", "seen", "answered"], answered.Chain.Select(l => l.Kind));
        // The log is ordered and bound by its numbers and hashes, not by the clock.
        using var admin = station.Admin();
        var log = await admin.GetStringAsync(AuditRoutes.Export, Stop);
        Assert.Empty(AuditFileCheck.Run(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(log))).Faults);
    }

    [Fact]
    public async Task A_clock_that_goes_back_makes_no_lock_session_or_grant_longer() {
        var time = new ShiftedTime(CloudHarness.Start.AddDays(1));
        await using var cloud = await CloudHarness.Run(time);
        var station = await cloud.OpenStation();
        using var gateway = cloud.Gateway();
        Task<HttpResponseMessage> SignIn(string password) => gateway.PostAsJsonAsync(PortalRoutes.SignIn, new SignInRequest(station.LoginName, password), Stop);
        var session = (await SignIn(HarnessStation.Password).Read<SignInAnswer>()).SessionId!;
        for (var i = 0; i < 5; i++) await SignIn("wrong");
        Assert.Equal("sign-in-locked", (await SignIn(HarnessStation.Password).Refusal()).Code);
        time.Advance(TimeSpan.FromDays(-1));
        using (var admin = station.WithSession(session)) Assert.Equal("token-refused", (await admin.GetAsync(PortalRoutes.ClaimFiles, Stop).Refusal()).Code);
        // Neither locked for the day by which the clock was wrong, nor let in with the session of that day.
        var anew = (await SignIn(HarnessStation.Password).Read<SignInAnswer>()).SessionId!;
        using (var admin = station.WithSession(anew)) Assert.Equal(200, (int)(await admin.GetAsync(PortalRoutes.ClaimFiles, Stop)).StatusCode);
    }

    [Fact]
    public void A_grant_and_a_lane_end_by_their_own_length_whatever_the_clock_was() {
        var grant = new Grant("p", "窓口 太郎", "f", Noon, Noon + Grant.Life, null);
        Assert.True(grant.IsLive(Noon) && grant.IsLive(Noon.AddMinutes(29)));
        Assert.False(grant.IsLive(Noon.AddMinutes(30)) || grant.IsLive(Noon.AddHours(-1)));
        var lane = new Lane("holder", Noon + LaneHold.Life, null, Again: false);
        Assert.True(lane.IsHeld(Noon));
        Assert.False(lane.IsHeld(Noon.AddDays(-1)) || lane.IsHeld(Noon + LaneHold.Life));
    }
}
