using ClaimsCloud.Contracts;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Local;

/// <summary>
/// Twenty claims are claimed, two come back, one is corrected, one split between two payers; after each step the yen at risk. It went well only when they are zero at the end,
/// both items are proven, and the closed network got both histories back byte for byte.
/// </summary>
internal static class ReturnsShow {
    private const string Station = "9990018";

    public static Task<int> Run(StoreKind stores, CancellationToken stop) =>
        Rehearsal.Run(Station, stores, Play, ("返戻の2件は再請求が確定し、未確定の金額は0円に戻りました", "0円に戻りませんでした"), stop);

    private static async Task<bool> Play(Rehearsal rehearsal, CancellationToken stop) {
        var first = await rehearsal.TakeIn(ReturnStory.TwentyClaims(Station), stop);
        if (!first.Sealable) return false;
        await Say(rehearsal, "20件を取り込み、点検しました");
        await rehearsal.Send(first.File.FileId, stop);
        await Say(rehearsal, "封印して送り、請求が確定しました");

        var network = rehearsal.Cloud.ClosedNetwork;
        network.SaveReturnFile(network.Received[0], ReturnStory.Returned);
        var items = await Rehearsal.Until(rehearsal.Reader.ReturnItems, found => found.Count == ReturnStory.Returned.Count, stop);
        if (items.Count != ReturnStory.Returned.Count) return false;
        await Say(rehearsal, "2件が返戻になりました");

        var corrected = await rehearsal.TakeIn(ReturnStory.Corrected(Station), stop);
        var again = await rehearsal.Checked(await rehearsal.Screen.Resubmit(corrected.File.FileId), stop);
        var other = await rehearsal.TakeIn(ReturnStory.OfTheOtherPayer(Station), stop);
        if (!again.Sealable || !other.Sealable) return false;
        await Rehearsal.Until(rehearsal.Reader.ReturnItems, found => found.All(i => i.State == "corrected"), stop);
        await rehearsal.Screen.Replace(items.First(i => i.PatientName == ReturnStory.Name(2)).ItemId, other.File.FileId, 1);
        await Say(rehearsal, "1件を直し、1件を社保と国保に分けました");

        await rehearsal.Send(again.File.FileId, stop);
        await Rehearsal.Until(rehearsal.Reader.ReturnItems, found => found.Any(i => i.State == "confirmed"), stop);
        await Say(rehearsal, "社保への再請求が確定しました");
        await rehearsal.Send(other.File.FileId, stop);
        items = await Rehearsal.Until(rehearsal.Reader.ReturnItems, found => found.All(i => i.State == "confirmed"), stop);
        var risk = await Say(rehearsal, "国保への一次請求が確定しました");

        var intact = network.Received.SelectMany(network.IntactReclaims).Distinct().Count();
        Console.WriteLine($"\n閉域網に届いた再請求のうち、検索番号と履歴が1バイトも変わっていないもの　{intact}件");
        return risk == 0 && intact == ReturnStory.Returned.Count && items.All(i => i.State == "confirmed");
    }

    private static async Task<long> Say(Rehearsal rehearsal, string happened) {
        var risk = await rehearsal.Reader.YenAtRisk();
        Console.WriteLine($"まだ請求が確定していない金額 {risk.TotalYen,9:N0}円　{happened}。");
        foreach (var item in await rehearsal.Reader.ReturnItems())
            Console.WriteLine($"　　{item.PatientName}　{string.Join('・', item.ReasonCodes)} {item.Reason}　{item.Yen:N0}円　{Word(item.State)}");
        return risk.TotalYen;
    }

    private static string Word(string state) => Enum.GetValues<Domain.Returns.Work.WorkState>().Where(s => Domain.Returns.Work.WorkStates.Name(s) == state).Select(Domain.Returns.Work.WorkStates.Japanese).First();
}
