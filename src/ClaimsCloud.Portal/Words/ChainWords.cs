using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Words;

internal static class ChainWords {
    public static string Title(ChainLink link) => link.Kind switch {
        "received" => "取込", "built" => "作成", "checked" => "点検", "sealed" => "封印", "fetched" => "連携端末が受け取り", "placed" => "端末に配置", "seen" => "配置を確認",
        "answered" => "受付結果", "confirmed" => "請求確定", "reviewed" => "審査・支払の一覧", "decided" => "決定", "refused" => "配置できず", "retired" => "保存期間の終わり", _ => link.Kind,
    };

    public static Tone Tone(ChainLink link) => link.Kind switch { "refused" => Words.Tone.Bad, "confirmed" or "decided" => Words.Tone.Good, _ => Words.Tone.Info };

    /// <summary>Person, PC or system: names where the page knows them, else the end of the id.</summary>
    public static string Actor(ChainLink link, Visit visit, IReadOnlyList<ConnectorRow> connectors) =>
        link.Actor == "system" ? "システム"
        : link.Actor == visit.PersonId ? visit.Name
        : connectors.FirstOrDefault(c => c.DeviceId == link.Actor) is { } device ? $"連携端末「{device.Name}」"
        : $"{(link.SiteTime is null ? "担当者" : "連携端末")} {link.Actor[^Math.Min(6, link.Actor.Length)..]}";
}
