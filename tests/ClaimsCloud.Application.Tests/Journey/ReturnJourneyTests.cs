using System.Net.Http.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Application.Tests.Journey;

/// <summary>Twenty claims are claimed, two come back, one is corrected, one is split; through the real host and the simulated closed network.</summary>
public sealed class ReturnJourneyTests : IAsyncLifetime {
    private const int Each = 27750;
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new(CloudHarness.Start);
    private CloudHarness cloud = null!;
    private HarnessDevice device = null!;
    private HttpClient biller = null!;
    private HttpClient edge = null!;
    private OnlineClaimsSystem closedNetwork = null!;
    private Terminal terminal = null!;
    private int sent;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        var station = await cloud.OpenStation();
        (biller, device) = (station.Biller(), await station.Device());
        edge = await device.Client();
        closedNetwork = new(time);
        terminal = new("受付", Directory.CreateDirectory(Path.Combine(folder.Path, "out")).FullName, Directory.CreateDirectory(Path.Combine(folder.Path, "in")).FullName);
    }

    [Fact]
    public async Task Yen_at_risk_goes_up_with_two_returns_and_back_to_zero_when_both_are_proven() {
        var first = await biller.UploadAndCheck(Claims(20));
        Assert.Equal([("unsent", 20L * Each)], await Risk());
        await biller.Seal(first.FileId);
        Assert.Equal([("unconfirmed", 20L * Each)], await Risk());
        var received = await Upload(first.FileId);
        await Confirm(received, first.FileId);
        Assert.Empty(await Risk());

        await NextMonth();
        closedNetwork.SaveReturnFile(received, 3, 7);
        await Collect();
        var items = await Items(2);
        Assert.All(items, i => Assert.Equal(("returned", "open", "202406", (long?)Each), (i.Origin, i.State, i.ServiceMonth, i.Yen)));
        Assert.Equal([("returned", (long)Each), ("returned", Each)], await Risk());
        var detail = await biller.Get<ReturnItemDetail>($"{PortalRoutes.ReturnItems}/{items.Single(i => i.PatientName == Name(3)).ItemId}");
        Assert.Equal((new ClaimRef(first.FileId, 3), "L3129", "未就学者に該当しません"), (detail.Claim, detail.Reasons[0].Code, detail.Reasons[0].Title));
        Assert.NotEmpty(detail.Receipt);

        // Claims 3 and 7 are corrected; half of 7 belongs to another payer.
        var corrected = await biller.UploadAndCheck(Claims(2, "202408", "1", i => i == 1 ? 3 : 7));
        time.Advance(TimeSpan.FromMinutes(1));
        var answer = await Post<ResubmissionAnswer>($"{PortalRoutes.ClaimFiles}/{corrected.FileId}/resubmission", new ResubmissionRequest(null));
        Assert.Empty(answer.Findings);
        var again = (await biller.FileWhen(answer.File!.FileId, ClaimFileState.Checked)).File;
        await Eventually.Holds("both items are corrected", async () => (await Items(2)).All(i => i.State == "corrected"));
        var other = await biller.UploadAndCheck(Claims(1, "202408", "2", _ => 7));
        var split = (await Items(2)).Single(i => i.PatientName == Name(7)).ItemId;
        await Post<ReturnItemDetail>($"{PortalRoutes.ReturnItems}/{split}/replacements", new ReplacementRequest([new(other.FileId, 1)]));
        Assert.Equal([("returned", (long)Each), ("returned", Each)], await Risk());

        Assert.True(again.Errors == 0, string.Join('\n', (await biller.Findings(again.FileId)).Items.Select(f => $"{f.Code} {f.Line} {f.Message}")));
        await biller.Seal(again.FileId);
        var resent = await Upload(again.FileId);
        Assert.Equal([ReturnFiles.SearchNumber(1), ReturnFiles.SearchNumber(2)], closedNetwork.IntactReclaims(resent));
        await Confirm(resent, again.FileId);
        await Eventually.Holds("the claim that was not split is safe", async () => (await Items(1))[0].ItemId == split);
        Assert.Equal([("returned", (long)Each)], await Risk());

        await biller.Seal(other.FileId);
        await Confirm(await Upload(other.FileId), other.FileId);
        await Items(0);
        Assert.Empty(await Risk());
        var closed = await biller.Get<List<ReturnItemRow>>($"{PortalRoutes.ReturnItems}?closed=1");
        Assert.Equal(["confirmed", "confirmed"], closed.Select(i => i.State));
    }

    [Fact]
    public async Task The_same_return_file_twice_and_the_same_returns_in_another_download_are_counted_once() {
        var received = await Confirmed(5);
        await NextMonth();
        closedNetwork.SaveReturnFile(received, 2);
        await Collect("first");
        var bytes = File.ReadAllBytes(Path.Combine(terminal.In, OnlineClaimsSystem.ReturnFileName));
        await edge.Send("again", "RECEIPTH (1).HEN", bytes);
        var duplicate = await biller.ReturnFile("again");
        Assert.Equal("duplicate", duplicate.Outcome);
        Assert.Contains((await biller.ReturnFile("first")).Detail, duplicate.Detail);
        await edge.Send("other", "RECEIPTH.HEN", bytes[..^1]);
        Assert.Contains("登録済み1件", (await biller.ReturnFile("other")).Detail);
        Assert.Single(await Items(1));
    }

    [Fact]
    public async Task A_damaged_return_file_and_one_of_another_station_make_no_items_and_one_we_never_sent_waits_for_a_person() {
        var lines = ReturnFiles.ClaimLines(Claims(2));
        SentBack[] back = [new(lines[0], ReturnFiles.SearchNumber(1)), new(lines[1], ReturnFiles.SearchNumber(2))];
        await edge.Send("cut", "RECEIPTH.HEN", ReturnFiles.Of("1", "13", "1234567", "202408", back)[..^40]);
        await edge.Send("foreign", "RECEIPTH.HEN", ReturnFiles.Of("1", "13", "7654321", "202408", back));
        await edge.Send("unknown", "photo.jpg", [1, 2, 3]);
        Assert.Equal(["damaged", "unmatched", "asked"], [(await biller.ReturnFile("cut")).Outcome, (await biller.ReturnFile("foreign")).Outcome, (await biller.ReturnFile("unknown")).Outcome]);
        await Items(0);

        await edge.Send("ours", "RECEIPTH.HEN", ReturnFiles.Of("1", "13", "1234567", "202408", back));
        Assert.Contains("確認待ち2件", (await biller.ReturnFile("ours")).Detail);
        var item = (await Items(2))[0];
        Assert.Equal(("unlinked", 2L * Each), (item.State, (await biller.Get<YenAtRisk>(PortalRoutes.YenAtRisk)).TotalYen));
        var path = $"{PortalRoutes.ReturnItems}/{item.ItemId}";
        var refusal = await biller.PostAsJsonAsync($"{path}/moves", new ReturnMove("on-paper", null, "郵送した")).Refusal();
        Assert.Equal(("illegal-transition", "状態「照合待ち」から「紙で対応」へは進めません。"), (refusal.Code, refusal.Title));
        Assert.Equal("open", (await Post<ReturnItemDetail>($"{path}/link", new LinkRequest(null))).Item.State);
        Assert.Equal("in-progress", (await Post<ReturnItemDetail>($"{path}/moves", new ReturnMove("take", new(2024, 8, 10), null))).Item.State);
        Assert.Equal(409, (await biller.PostAsJsonAsync($"{path}/moves", new ReturnMove("on-paper", null, "")).Refusal()).Status);
        var paper = await Post<ReturnItemDetail>($"{path}/moves", new ReturnMove("on-paper", null, "8月9日に支払基金へ郵送した"));
        Assert.Equal(("on-paper", "8月9日に支払基金へ郵送した"), (paper.Item.State, paper.Steps[^1].Evidence));
        Assert.All(paper.Steps, s => Assert.NotEmpty(s.Actor));
        Assert.Equal(Each, (await biller.Get<YenAtRisk>(PortalRoutes.YenAtRisk)).TotalYen);
    }

    [Fact]
    public async Task A_claim_that_was_refused_stays_at_risk_until_its_correction_is_confirmed() {
        var first = await biller.UploadAndCheck(Claims(3));
        await biller.Seal(first.FileId);
        var received = await Upload(first.FileId);
        closedNetwork.Inject(Fault.RefuseClaim.Name);
        await Confirm(received, first.FileId);
        closedNetwork.Remove(Fault.RefuseClaim.Name);
        var item = (await Items(1))[0];
        Assert.Equal(("left-out", "open", Name(1)), (item.Origin, item.State, item.PatientName));
        Assert.Equal([("left-out", (long)Each)], await Risk());

        await NextMonth();
        var corrected = await biller.UploadAndCheck(Claims(1, "202408"));
        await Eventually.Holds("the correction was found", async () => (await Items(1))[0].State == "corrected");
        Assert.Equal([("left-out", (long)Each)], await Risk());
        await biller.Seal(corrected.FileId);
        await Confirm(await Upload(corrected.FileId), corrected.FileId);
        await Items(0);
        Assert.Empty(await Risk());
    }

    [Fact]
    public async Task Payments_are_compared_with_what_was_claimed_and_only_announced_adjustments_explain_a_difference() {
        await Confirmed(3);
        var titles = "診療年月,受付番号,氏名,カルテ番号等";
        await edge.Send("notice", "RIzogn1136123456750607.csv", UkeText.Bytes($"{titles},増減金額,事由\n50606,1,{Name(1)},P-01,-¥750,Ｄ\n"));
        await edge.Send("payment", "RIfmei1136123456750608.csv",
            UkeText.Bytes($"{titles},決定金額\n50606,1,{Name(1)},P-01,¥27000\n50606,2,{Name(2)},P-02,¥27750\n50606,3,{Name(3)},P-03,¥20000\n50606,4,{Name(9)},P-09,¥1\n"));
        await edge.Send("riddle", "RIfmei1136123456750609.csv", UkeText.Bytes("なにか,数\n1,2\n"));
        foreach (var (key, outcome) in ((string, string)[])[("notice", "kept"), ("payment", "kept"), ("riddle", "asked")]) Assert.Equal(outcome, (await biller.ReturnFile(key)).Outcome);

        var notice = (await ReturnFile("notice")).Statement!;
        var reason = Assert.Single(Assert.Single(notice).Reasons);
        Assert.Equal(("D", "診療内容", (long?)-750), (reason.Code, reason.Kind, notice[0].AdjustmentYen));
        var payment = (await ReturnFile("payment")).Statement!;
        Assert.Equal([-750, 0, -7750, null], payment.Select(l => l.DifferenceYen));
        Assert.Equal([0, 0, -7750, null], payment.Select(l => l.UnexplainedYen));
        Assert.Equal([Each, Each, Each, null], payment.Select(l => l.ClaimedYen));
        var riddle = await ReturnFile("riddle");
        Assert.Equal((true, true, "1,2"), (riddle.MayBeNamed, riddle.Statement is null, riddle.Text[1]));
    }

    [Fact]
    public async Task A_file_that_no_name_knows_is_shown_as_it_stands_and_read_as_what_a_person_says_it_is() {
        var file = await biller.UploadAndCheck(Claims(3));
        await biller.Seal(file.FileId);
        var received = await Upload(file.FileId);
        closedNetwork.SaveAcceptanceList(received);
        var list = File.ReadAllBytes(Assert.Single(Directory.GetFiles(terminal.In)));
        await edge.Send("list", "結果.csv", list);
        Assert.Equal("asked", (await biller.ReturnFile("list")).Outcome);
        Assert.Equal(["list"], (await biller.Get<Page<ReturnFileRow>>($"{PortalRoutes.ReturnFiles}?asked=1")).Items.Select(f => f.ReturnFileId));
        var shown = await ReturnFile("list");
        Assert.Equal((true, true, "受付・事務点検ＡＳＰ結果リスト"), (shown.MayBeNamed, shown.Statement is null, shown.Text[0]));
        Assert.Equal(list, await biller.GetByteArrayAsync($"{PortalRoutes.ReturnFiles}/list/original"));
        Assert.Equal(ClaimFileState.SeenUnchanged, (await biller.File(file.FileId)).File.State);

        // The wrong kind changes nothing and may be put right.
        await Name("list", "confirmation-list", "1");
        Assert.Equal("damaged", (await Read("list")).Outcome);
        await Name("list", "acceptance-list", "1");
        Assert.Equal(("imported", (string?)file.FileId), (await Read("list") is var read ? read.Outcome : "", read.ClaimFileId));
        await biller.FileWhen(file.FileId, ClaimFileState.Answered);
        Assert.Equal(409, (await Naming("list", "returned-claims", null).Refusal()).Status);

        closedNetwork.Confirm(received);
        closedNetwork.SaveConfirmationList(received);
        await Collect();
        await biller.FileWhen(file.FileId, ClaimFileState.Confirmed);
        await edge.Send("paid", "銀行.txt", UkeText.Bytes($"診療年月,氏名,カルテ番号等,決定金額\n50606,{Name(1)},P-01,¥27750\n"));
        await edge.Send("photo", "photo.jpg", [1, 2, 3]);
        await biller.ReturnFile("paid");
        await biller.ReturnFile("photo");
        Assert.Equal(400, (await Naming("paid", "payment-statement", "").Refusal()).Status);
        Assert.Equal(400, (await Naming("paid", "something", "1").Refusal()).Status);
        await Name("paid", "payment-statement", "1");
        Assert.Equal("kept", (await Read("paid")).Outcome);
        Assert.Equal((Each, (long?)0), (await ReturnFile("paid")).Statement is [{ ClaimedYen: { } claimed, UnexplainedYen: var open }] ? ((int)claimed, open) : (0, null));
        Assert.Empty((await ReturnFile("photo")).Text);
        await Name("photo", "none", null);
        Assert.Equal("set-aside", (await Read("photo")).Outcome);
        Assert.Empty((await biller.Get<Page<ReturnFileRow>>($"{PortalRoutes.ReturnFiles}?asked=1")).Items);
    }

    public async ValueTask DisposeAsync() {
        edge.Dispose();
        biller.Dispose();
        device.Dispose();
        await cloud.DisposeAsync();
        folder.Dispose();
    }

    private static string Name(int number) => $"看護　花子{(char)('Ａ' + number)}";

    private static byte[] Claims(int count, string month = "202407", string payer = "1", Func<int, int>? who = null) =>
        SampleFiles.Claims(count, month: month, payer: payer, name: i => Name(who?.Invoke(i) ?? i), chart: i => $"P-{who?.Invoke(i) ?? i:00}");

    private async Task<ReceivedFile> Confirmed(int count) {
        var file = await biller.UploadAndCheck(Claims(count));
        await biller.Seal(file.FileId);
        var received = await Upload(file.FileId);
        await Confirm(received, file.FileId);
        return received;
    }

    /// <summary>The connector puts the sealed bytes on the terminal, the person uploads them.</summary>
    private async Task<ReceivedFile> Upload(string fileId) {
        var job = await edge.PlaceSealed(time.GetUtcNow());
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(terminal.Out, job.Folder)).FullName, job.FileName);
        await File.WriteAllBytesAsync(path, await edge.GetByteArrayAsync($"edge/jobs/{job.JobId}/content"));
        await biller.FileWhen(fileId, ClaimFileState.SeenUnchanged);
        return closedNetwork.Upload(terminal, path);
    }

    private async Task Confirm(ReceivedFile received, string fileId) {
        closedNetwork.SaveAcceptanceList(received);
        await Collect();
        await biller.FileWhen(fileId, ClaimFileState.Answered);
        closedNetwork.Confirm(received);
        closedNetwork.SaveConfirmationList(received);
        await Collect();
        await biller.FileWhen(fileId, ClaimFileState.Confirmed);
    }

    private Task<ReturnFileDetail> ReturnFile(string key) => biller.Get<ReturnFileDetail>($"{PortalRoutes.ReturnFiles}/{key}");

    private Task<HttpResponseMessage> Naming(string key, string kind, string? payer) => biller.PostAsJsonAsync($"{PortalRoutes.ReturnFiles}/{key}/kind", new ReturnFileNaming(kind, payer));

    private Task<ReturnFileRow> Name(string key, string kind, string? payer) => Post<ReturnFileRow>($"{PortalRoutes.ReturnFiles}/{key}/kind", new ReturnFileNaming(kind, payer));

    /// <summary>The file once it was read as what it was said to be.</summary>
    private Task<ReturnFileRow> Read(string key) => biller.ReturnFile(key, f => f.Outcome != "waiting");

    /// <summary>What the person saved goes up, each file once.</summary>
    private async Task Collect(string? key = null) {
        foreach (var path in Directory.GetFiles(terminal.In)) {
            if (Path.GetExtension(path) == ".done") continue;
            var id = key ?? $"file-{++sent}";
            await edge.Send(id, Path.GetFileName(path), await File.ReadAllBytesAsync(path));
            await biller.ReturnFile(id);
            if (key is null) File.Move(path, $"{path}.{sent}.done");
        }
    }

    private async Task NextMonth() {
        time.Advance(TimeSpan.FromDays(33));
        edge.Dispose();
        edge = await device.Client();
    }

    private Task<List<ReturnItemRow>> Items(int count) => Eventually.Get($"{count} open items", async () =>
        await biller.Get<List<ReturnItemRow>>(PortalRoutes.ReturnItems) is var items && items.Count == count ? items : null);

    private async Task<List<(string, long)>> Risk() {
        var risk = await biller.Get<YenAtRisk>(PortalRoutes.YenAtRisk);
        Assert.Equal(risk.TotalYen, risk.Items.Sum(i => i.Yen));
        return [.. risk.Items.Select(i => (i.Kind, i.Yen))];
    }

    private async Task<T> Post<T>(string path, object body) {
        using var answer = await biller.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }
}
