using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Domain.Returns;
using static ClaimsCloud.Contracts.ClaimFileState;

namespace ClaimsCloud.Application.Claims;

/// <summary>
/// For each state the link that must come next, and how long it may take: machines minutes, people a day, and nobody longer than the month's deadline. A file that has
/// come to its end is never overdue, and no timer changes a state.
/// </summary>
internal static class ChainTimers {
    private sealed record Wait(string Missing, TimeSpan Warn, TimeSpan? Fail, string Text);

    private static readonly Dictionary<ClaimFileState, Wait> Waits = new() {
        [Received] = new("checked", TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), "点検が終わりません。サポートへ連絡してください。"),
        [Checking] = new("checked", TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), "点検が終わりません。サポートへ連絡してください。"),
        [Sealed] = new("fetched", TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), "連携端末が受け取っていません。端末の電源とネットワークを確かめてください。"),
        [Fetched] = new("placed", TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), "オンライン請求端末のフォルダに置けていません。フォルダの設定を確かめてください。"),
        [Placed] = new("seen", TimeSpan.FromMinutes(30), TimeSpan.FromHours(4), "置いたファイルを確認できていません。端末の連携ソフトが動いているか確かめてください。"),
        [PlaceRefused] = new("sealed", TimeSpan.Zero, TimeSpan.FromHours(4), "端末に置けませんでした。原因を取り除いて、もう一度封印してください。"),
        [SeenUnchanged] = new("answered", TimeSpan.FromDays(1), null, "オンライン請求の画面でアップロードし、受付結果を保存してください。"),
        [Answered] = new("confirmed", TimeSpan.FromHours(12), null, "送信しただけでは請求になりません。請求確定を行い、請求確定状況を保存してください。"),
    };

    /// <summary>Of care files. Nobody says that one was sent; the next word comes with the results, a month later.</summary>
    private static readonly Dictionary<ClaimFileState, Wait> CareWaits = new() {
        [Sealed] = new("fetched", TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), "連携端末が受け取っていません。端末の電源とネットワーク、介護の取込フォルダの登録（claims-edge care-folders）を確かめてください。"),
        [Fetched] = new("placed", TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), "介護の伝送ソフトの取込フォルダに置けていません。フォルダの設定を確かめてください。"),
        [SeenUnchanged] = new("answered", TimeSpan.FromDays(60), null, "審査の結果が届いていません。伝送ソフトで受け取ったファイルの保存先を確かめてください。"),
        [Answered] = new("confirmed", TimeSpan.FromDays(60), null, "支払の決まらない請求が残っています。月の証跡で、保留と未決定の請求を確かめてください。"),
    };

    /// <summary>Worst first.</summary>
    public static IReadOnlyList<ChainAlert> Of(ClaimFile file, DateTimeOffset now) {
        var alerts = new List<ChainAlert>();
        if ((file.IsCare ? CareWaits.GetValueOrDefault(file.State) ?? Waits.GetValueOrDefault(file.State) : Waits.GetValueOrDefault(file.State)) is { } wait) {
            var since = file.Chain[^1].CloudTime;
            if (wait.Fail is { } fail && now >= since + fail) alerts.Add(new(wait.Missing, "fail", since + fail, wait.Text));
            else if (now >= since + wait.Warn) alerts.Add(new(wait.Missing, "warn", since + wait.Warn, wait.Text));
        }
        if (file.State is not (Confirmed or Unreadable or Received or Checking) && ServiceMonth.Parse(System.Text.Encoding.ASCII.GetBytes(file.Check?.ClaimMonth ?? "")) is { } month)
            alerts.AddRange(file.IsCare ? CareGuard(file, month, now) : Guard(file.State, month, now));
        return [.. alerts.OrderBy(a => a.Level == "fail" ? 0 : 1)];
    }

    /// <summary>From the first day of the prefecture's window to its end: placing is not sending.</summary>
    private static IEnumerable<ChainAlert> CareGuard(ClaimFile file, ServiceMonth month, DateTimeOffset now) {
        var window = CareWindow.Of(file.Check!.StationCode ?? "", month);
        var (opens, ends) = (At(month, window.FirstDay), At(month, window.LastDay) + (window.Closes ?? TimeSpan.FromDays(1)));
        if (now < opens || file.State is Answered) yield break;
        if (now < ends) yield return new("answered", "warn", opens, $"{window.LastDay}日{(window.Closes is { } closes ? $"{closes.Hours}時{closes.Minutes:00}分" : "（時刻は連合会に確かめてください）")}までに、介護の伝送ソフトで署名して送信してください。");
        else if (file.State is not SeenUnchanged) yield return new("answered", "fail", ends, "締切を過ぎましたが、介護の伝送ソフトに渡せていません。月の記録から作り直すと、翌月に送るファイルになります。");
    }

    private static DateTimeOffset At(ServiceMonth month, int day) => new(month.Year, month.Month, day, 0, 0, 0, JapanTime.Offset);

    /// <summary>請求確定 by the 10th 24:00. The system's own confirmation at that hour leaves out every 要確認, so it proves nothing here.</summary>
    private static IEnumerable<ChainAlert> Guard(ClaimFileState state, ServiceMonth month, DateTimeOffset now) {
        var (lastDays, deadline, corrections) = (ClaimCalendar.LastDaysBegin(month), ClaimCalendar.Deadline(month), ClaimCalendar.CorrectionsEnd(month));
        if (now < lastDays) yield break;
        if (now < deadline) yield return new("confirmed", "warn", lastDays, "10日24時までに請求確定が要ります。自動の確定では、要確認のレセプトは請求されません。");
        else if (state != Answered) yield return new("confirmed", "fail", deadline, "締切を過ぎましたが、受付結果も請求確定の記録もありません。オンライン請求の画面で請求状況を確かめてください。");
        else if (now < corrections) yield return new("confirmed", "fail", deadline, "締切を過ぎましたが、請求確定の記録がありません。請求確定状況を保存してください。受付結果で指摘されたレセプトの訂正は12日21時までです。");
        else yield return new("confirmed", "fail", deadline, "請求確定の記録がないまま訂正の期間も終わりました。請求確定状況を保存し、漏れたレセプトは翌月に請求してください。");
    }
}
