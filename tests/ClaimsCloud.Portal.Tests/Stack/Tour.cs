using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>A station in the middle of a billing month: files in every state a page can show, a connector, answers of the payer; beside it an empty station and the desk.</summary>
public sealed class Tour : IAsyncLifetime {
    private StationSite? site;

    internal PortalStack Stack { get; private set; } = null!;
    internal StackStation Station { get; private set; } = null!;
    internal StackStation EmptyStation { get; private set; } = null!;
    internal Visitor Biller { get; private set; } = null!;
    internal Visitor NewBiller { get; private set; } = null!;
    internal Visitor DeskPerson { get; private set; } = null!;
    /// <summary>Confirmed, with the payer's answer on each claim.</summary>
    internal string ConfirmedFile { get; private set; } = "";
    internal string CleanFile { get; private set; } = "";
    internal string FaultyFile { get; private set; } = "";
    internal string LargeFile { get; private set; } = "";
    internal string UnreadableFile { get; private set; } = "";

    public async ValueTask InitializeAsync() {
        Stack = await PortalStack.Run();
        Station = await Stack.OpenStation();
        EmptyStation = await Stack.OpenStation("さくら野訪問看護ステーション", "7654321");
        (Biller, NewBiller) = (await Station.Visit(), await EmptyStation.Visit());
        DeskPerson = await Visitor.SignedIn(Stack.Address, await Stack.OpenDesk());
        site = new StationSite(Stack);
        await site.Start(await Codes.New(Station));

        ConfirmedFile = await Checked(UkeText.Sample("demo-station-a"));
        await ToConfirmation();
        UnreadableFile = await Checked([]);
        LargeFile = await Checked(ClaimFiles.Repeat("demo-station-b", 40));
        FaultyFile = await Checked(ClaimFiles.WithMarkup(), "<b>RECEIPTH</b>.UKE");
        CleanFile = await Checked(UkeText.Sample("manual-kokuho"));
    }

    public async ValueTask DisposeAsync() {
        if (site is not null) await site.DisposeAsync();
        foreach (var visitor in new[] { Biller, NewBiller, DeskPerson }) visitor?.Dispose();
        await Stack.DisposeAsync();
    }

    private async Task<string> Checked(byte[] bytes, string fileName = "RECEIPTH.UKE") {
        var fileId = await Station.Upload(bytes, fileName);
        await Pages.Settled(Station, fileId);
        return fileId;
    }

    private async Task ToConfirmation() {
        using var visitor = await Station.Visit();
        (await visitor.Post($"/files/{ConfirmedFile}/seal")).Dispose();
        await Pages.Shows(Station, $"/files/{ConfirmedFile}", "配置を確認");
        var file = site!.ClosedNetwork.Upload(site.Terminal, OnlineClaimsSystem.Placed(site.Terminal)[0]);
        site.ClosedNetwork.Inject(Fault.QueryClaim.Name);
        site.ClosedNetwork.SaveAcceptanceList(file);
        site.ClosedNetwork.Confirm(file);
        site.ClosedNetwork.SaveConfirmationList(file);
        await Pages.Shows(Station, $"/files/{ConfirmedFile}", "請求が確定しました");
    }
}
