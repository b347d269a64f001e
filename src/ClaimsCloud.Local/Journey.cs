using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Local;

/// <summary>
/// One file from the station's screen to the closed network and its answer back, with nobody there. It is judged by what the closed network received and by
/// the cloud's own record, not by what was sent.
/// </summary>
internal static class Journey {
    public static async Task<int> Run(FileInfo? claim, StoreKind stores, CancellationToken stop) {
        if (claim is { Exists: false }) {
            await Console.Error.WriteLineAsync($"{claim.FullName} がありません。");
            return 2;
        }
        var bytes = claim is null ? UkeText.Sample("manual-shaho") : await File.ReadAllBytesAsync(claim.FullName, stop);
        return await Rehearsal.Run(StationCodeOf(bytes), stores, (rehearsal, ending) => SendAndFollow(bytes, rehearsal, ending), ("届きました", "届きませんでした"), stop);
    }

    private static async Task<bool> SendAndFollow(byte[] bytes, Rehearsal rehearsal, CancellationToken stop) {
        var detail = await rehearsal.TakeIn(bytes, stop);
        if (!detail.Sealable) return false;
        detail = await rehearsal.Send(detail.File.FileId, stop);
        foreach (var link in detail.Chain) Print(link);
        return await IsWhole(bytes, detail, rehearsal);
    }

    /// <summary>What arrived is what was sealed is what was given, and every claim has its answer.</summary>
    private static async Task<bool> IsWhole(byte[] bytes, ClaimFileDetail detail, Rehearsal rehearsal) {
        var given = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var received = rehearsal.Cloud.ClosedNetwork.Received;
        var claims = await rehearsal.Reader.Claims(detail.File.FileId);
        var answered = claims.Count(c => c.PayerAnswer is not null);
        Console.WriteLine($"""

            渡したファイル        {given}
            封印した内容          {detail.Sha256}
            閉域網に届いた内容    {(received is [var one] ? one.Sha256 : $"{received.Count}件")}
            結果のあるレセプト    {answered}／{claims.Count}件
            """);
        return detail.File.State == ClaimFileState.Confirmed && detail.Sha256 == given && received is [{ Sha256: var arrived }] && arrived == given
            && claims.Count > 0 && answered == claims.Count;
    }

    private static void Print(ChainLink link) {
        var site = link.SiteTime is { } at ? $"端末 {At(at)}" : "";
        Console.WriteLine($"{link.Kind,-10} {At(link.CloudTime)}  {link.Sha256 ?? "-"}  {link.Actor}  {site}  {link.Detail}");
    }

    private static string At(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm:ss.fff");

    private static string StationCodeOf(byte[] file) {
        var check = new ClaimFileCheck(new MemoryStream(file));
        foreach (var part in check.Run()) _ = part;
        return check.Totals.StationCode is { Length: 7 } code ? code : "9990018";
    }
}
