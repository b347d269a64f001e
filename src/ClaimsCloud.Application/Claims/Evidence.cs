using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Claims;

/// <summary>The links of the evidence chain, worded once. No link holds patient data.</summary>
internal static class Evidence {
    public const string System = "system";

    public static ChainLink Received(string sha256, DateTimeOffset now, Caller caller, long size) =>
        new("received", sha256, now, null, caller.Id, $"ファイルを取り込みました（{Number(size)}バイト）。");

    /// <summary>First link of a file that was made here: its fee lines have reasons.</summary>
    public const string BuiltKind = "built";

    public static ChainLink Built(string sha256, DateTimeOffset now, string actor, ServiceMonth month, long revision, int claims) =>
        new(BuiltKind, sha256, now, null, actor, $"{JapaneseEra.Format(month)}分の記録（版{Number(revision)}）から作りました（レセプト{Number(claims)}件）。");

    public static ChainLink Checked(ClaimFile file, DateTimeOffset now, CheckSummary check) =>
        new("checked", file.Sha256, now, null, System, $"点検しました（レセプト{Number(check.Claims)}件、エラー{Number(check.Errors)}件、確認済み{Number(check.Overridden)}件、ルール{check.RulesVersion}版）。");

    public static ChainLink Sealed(ClaimFile file, DateTimeOffset now, Caller caller, int sentBefore, string? whyAgain) =>
        new("sealed", file.Sha256, now, null, caller.Id,
            $"内容を封印しました（レセプト{Number(file.Check?.Claims ?? 0)}件、合計{Number(file.Check?.TotalYen ?? 0)}円、{Number(file.Size)}バイト）。{(sentBefore > 0 ? $"送信済みのレセプト{Number(sentBefore)}件を承知で送ります：{whyAgain}" : "")}");

    /// <param name="job">Says where the file is placed.</param>
    public static ChainLink OfJob(JobKind job, JobEventKind kind, string? sha256, DateTimeOffset now, DateTimeOffset site, string device, string? code) => kind switch {
        JobEventKind.Fetched => new("fetched", sha256, now, site, device, "端末の連携ソフトが受け取りました。"),
        JobEventKind.Placed => new("placed", sha256, now, site, device, job == JobKind.CareClaimFile ? "介護の伝送ソフトの取込フォルダに置きました。" : "オンライン請求端末のフォルダに置きました。"),
        JobEventKind.SeenUnchanged => new("seen", sha256, now, site, device, "置いたファイルが変わっていないことを確かめました。"),
        _ => new("refused", sha256, now, site, device, $"端末に置けませんでした（{code}）。"),
    };

    public static ChainLink Answered(string listSha256, DateTimeOffset now, string device, int refused, int attention) =>
        new("answered", listSha256, now, null, device, $"受付結果を取り込みました（受付不能{Number(refused)}件、要確認{Number(attention)}件）。");

    public static ChainLink Confirmed(string listSha256, DateTimeOffset now, string device, int confirmed, int left) =>
        new("confirmed", listSha256, now, null, device, $"請求が確定しました（確定{Number(confirmed)}件、対象外{Number(left)}件）。");

    /// <summary>A list of 国保連合会 (介護) arrived that is about the file; the numbers are those of now.</summary>
    public static ChainLink CareAnswered(string listSha256, DateTimeOffset now, string device, string exchange, CareSums sums, int returned, int held, int paid) =>
        new("reviewed", listSha256, now, null, device, $"連合会の一覧（{exchange}）を取り込みました（返戻{Number(returned)}件、保留{Number(held)}件、支払{Number(paid)}件、未決定{Number(sums.OpenYen)}円）。");

    public static ChainLink CareSettled(string listSha256, DateTimeOffset now, string device, CareSums sums) =>
        new("decided", listSha256, now, null, device, $"すべての請求が決まりました（請求{Number(sums.ClaimedYen)}円、支払{Number(sums.PaidYen)}円、返戻{Number(sums.ReturnedYen)}円、増減{Number(sums.AdjustedYen)}円、過誤{Number(sums.WithdrawnYen)}円）。");

    public static ChainLink Retired(string sha256, DateTimeOffset now) => new("retired", sha256, now, null, System, "保存期間が過ぎたため、ファイルの内容を消去しました。証跡は残ります。");

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
