using ClaimsCloud.Contracts;
using static ClaimsCloud.Contracts.ClaimFileState;

namespace ClaimsCloud.Portal.Words;

/// <summary>What a person does next, in one sentence and at most one button.</summary>
/// <param name="Href">Null when there is nothing to press here.</param>
public sealed record NextStep(Tone Tone, string Title, string Text, string? Href = null, string? Label = null) {
    /// <param name="sitting">True on the file's own page, where a way to that page would lead nowhere.</param>
    internal static NextStep For(ClaimFileDetail detail, FilePlace sitting) {
        var file = detail.File;
        var page = sitting == FilePlace.Elsewhere ? Links.File(file.FileId) : null;
        if (file.Payer == CareWords.Payer && ForCare(detail, page) is { } care) return care;
        return file.State switch {
            Received or Checking => new(Tone.Info, "点検しています", "終わるまでお待ちください。ほかの画面に移っても点検は続きます。", page, page is null ? null : "点検のようすを見る"),
            Unreadable => new(Tone.Bad, "ファイルを読み取れません", "レセコンから出した RECEIPTH.UKE かどうかを確かめて、もう一度取り込んでください。", Links.Findings(file.FileId), "理由を見る"),
            Checked when file.Errors > 0 => new(Tone.Bad, $"エラー{Amounts.Count(file.Errors)}を直してください", "レセコンで元のデータを直し、ファイルを作り直して、もう一度取り込みます。", Links.Findings(file.FileId), "エラーを見る"),
            Checked when detail.Sealable => new(Tone.Info, "内容を確かめて封印してください", "封印すると中身が固定され、オンライン請求の端末へ送られます。", Links.Seal(file.FileId), "封印へ進む"),
            Checked => new(Tone.Warn, "まだ封印できません", detail.WhyNotSealable ?? "指摘を確かめてください。", Links.Findings(file.FileId), "指摘を見る"),
            Sealed => new(Tone.Info, "連携端末の受け取りを待っています", "連携端末の PC の電源が入っていて、インターネットにつながっているか確かめてください。", Links.Connectors, "連携端末を見る"),
            Fetched => new(Tone.Info, "オンライン請求の端末へ送っています", "端末のフォルダに置かれるまで、1分ほどお待ちください。", page, page is null ? null : "ようすを見る"),
            PlaceRefused => new(Tone.Bad, "端末に置けませんでした", $"連携端末の警告を解消してから、もう一度封印してください。{Reason(detail)}", Links.Connectors, "連携端末を見る"),
            Placed or SeenUnchanged => new(Tone.Warn, "端末から請求データを送信してください", "オンライン請求の端末で RECEIPTH.UKE を選んで送信します。受付結果は自動で取り込みます。", page, page is null ? null : "置いた場所と証跡を見る"),
            Answered => new(Tone.Warn, "受付結果を確かめて、請求確定をしてください", "送信しただけでは請求になりません。オンライン請求の画面で［請求確定］を押します。", Links.Claims(file.FileId), "受付結果を見る"),
            _ => new(Tone.Good, "請求が確定しました", "このファイルですることはありません。", page, page is null ? null : "証跡を見る"),
        };
    }

    /// <summary>Where a care file goes another way; null where it does not.</summary>
    private static NextStep? ForCare(ClaimFileDetail detail, string? page) => detail.File.State switch {
        Checked when detail.Sealable => new(Tone.Info, "内容を確かめて封印してください", "封印すると中身が固定され、介護の伝送ソフトの取込フォルダへ送られます。", Links.Seal(detail.File.FileId), "封印へ進む"),
        Fetched => new(Tone.Info, "介護の伝送ソフトへ渡しています", "取込フォルダに置かれるまで、1分ほどお待ちください。", page, page is null ? null : "ようすを見る"),
        PlaceRefused => new(Tone.Bad, "取込フォルダに置けませんでした", $"伝送ソフトが先に取り込んでいないかを確かめてから、もう一度封印してください。{Reason(detail)}", Links.Connectors, "連携端末を見る"),
        Placed or SeenUnchanged => new(Tone.Warn, "介護の伝送ソフトで署名して送信してください", "置いただけでは請求になりません。結果は翌月に届き、自動で取り込みます。", page, page is null ? null : "置いた場所と証跡を見る"),
        Answered => new(Tone.Warn, "返戻・保留を確かめてください", "返戻は直して作り直します。保留は送り直さず、支払を待ちます。", Links.BoardOf(detail.ClaimMonth ?? ""), "月の証跡を見る"),
        Confirmed => new(Tone.Good, "すべての請求が決まりました", "返戻の分は、直して作り直すと次のファイルに入ります。", page, page is null ? null : "証跡を見る"),
        _ => null,
    };

    internal static readonly NextStep FirstConnector = new(Tone.Info, "連携端末を登録してください",
        "オンライン請求の端末へファイルを届けるために、事務所の PC に連携ソフトを入れて登録します。はじめの1回だけです。", Links.Connectors, "連携端末を登録する");

    internal static readonly NextStep FirstFile = new(Tone.Info, "請求ファイルを取り込んでください",
        "レセコンから出した RECEIPTH.UKE を取り込むと、すぐに点検が始まります。", Links.NewFile, "ファイルを取り込む");

    internal static NextStep ForReturned(int waiting) => new(Tone.Warn, $"返ってきた・漏れたレセプト{Amounts.Count(waiting)}に対応してください", "直して請求が確定するまで、この分は支払われません。", Links.Work, "返戻対応を見る");

    private static string Reason(ClaimFileDetail detail) => detail.Chain.LastOrDefault(link => link.Kind == "refused")?.Detail ?? "";
}

internal enum FilePlace { OwnPage, Elsewhere }
