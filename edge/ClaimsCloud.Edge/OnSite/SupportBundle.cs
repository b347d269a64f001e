using System.Text;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge.OnSite;

/// <summary>
/// What the desk needs to help, as one text that the person reads before it leaves the site: states, codes, ids, numbers. No file name, no path, no content: a
/// person may have put a name into any of them.
/// </summary>
internal static class SupportBundle {
    private const int LogLines = 500;

    public static string Text(StatusReport now, EdgeHealth health, Ledger ledger, LogFile log) {
        var text = new StringBuilder("連携ソフトの状態（患者さんの情報・ファイル名・フォルダー名は入っていません）\n\n");
        text.Append($"version {now.Version}\nat {now.Now:O}\nlast-heard {now.LastHeard:O}\nstanding {now.WhyNot ?? "good"}\nalarms {string.Join(' ', now.Alarms)}\n");
        text.Append($"os {health.Os}\nos-ends {health.OsEnds:O}\ncertificate-ends {health.CertificateEnds:O}\ncare-certificate-ends {health.CareCertificateEnds:O}\n");
        text.Append($"boot {health.Boot}\nfree-megabytes {health.FreeMegabytes}\noldest-minutes {health.OldestMinutes}\nlocks {health.Locks}\nsettings {health.Settings}\n\n");
        foreach (var job in ledger.AllJobs()) text.Append($"job {job.Id} {job.State} {job.Size} {job.Sha256}\n");
        foreach (var file in ledger.AllFiles()) text.Append($"file {file.Key} {file.State} {file.Size} {file.Sha256}\n");
        foreach (var open in ledger.OpenEvents()) text.Append($"report {open.Event.EventKey} {open.Event.Kind} {open.Event.Code}\n");
        text.Append('\n').AppendJoin('\n', log.Tail(LogLines)).Append('\n');
        return text.ToString();
    }
}
