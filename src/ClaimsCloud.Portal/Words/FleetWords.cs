using System.Globalization;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

/// <summary>What the desk's codes are called.</summary>
internal static class FleetWords {
    public static readonly string[] States = ["silent", "troubled", "notConnected", "off", "healthy"];
    public static readonly string[] Months = ["notSent", "notConfirmed", "confirmed"];
    public static readonly string[] Levels = ["lead", "call", "desk", "digest"];
    public static readonly string[] Symptoms = ["send", "eligibility", "connector", "results", "screen", "other"];
    public static readonly string[] Owners = ["station", "line", "terminal", "partner", "national", "us"];

    public static (string Word, Tone Tone) State(string state) => state switch {
        "silent" => ("応答なし", Tone.Bad), "troubled" => ("警告あり", Tone.Warn), "notConnected" => ("未接続", Tone.Quiet), "off" => ("電源オフ", Tone.Quiet), _ => ("正常", Tone.Good),
    };

    public static (string Word, Tone Tone) Month(string state) => state switch { "notSent" => ("未送信", Tone.Bad), "notConfirmed" => ("未確定", Tone.Warn), _ => ("請求確定", Tone.Good) };

    public static (string Word, Tone Tone) Level(string level) => level switch { "lead" => ("責任者", Tone.Bad), "call" => ("電話", Tone.Bad), "desk" => ("担当", Tone.Warn), _ => ("朝のまとめ", Tone.Info) };

    public static string Kind(string kind, string? subject) => kind switch {
        "silent" => "連携端末の応答がない", "alarm" => Alarms.Text(subject ?? "").Title, "parked" => "クラウドの処理が止まっている", "claimsWaiting" => "請求ファイルが端末に届いていない",
        "eligibilityFailing" => "資格確認に回答がない", "careWaiting" => "介護の請求ファイルが端末に届いていない", "answersLate" => "結果のファイルが上がってこない", "monthUnsent" => "今月の請求が未送信",
        "monthUnconfirmed" => "今月の請求が未確定", "offSinceOpening" => "受付開始から電源が入っていない", "certificateEnding" => Certificate(subject == "Care" ? "care" : "claims") + "の期限", _ => kind,
    };

    public static string Certificate(string kind) => kind == "care" ? "介護請求の証明書" : "オンライン請求・資格確認の証明書";

    public static string Job(string kind) => kind switch { "claimFile" => "請求", "eligibility" => "資格確認", "careClaimFile" => "介護請求", _ => "結果の受取" };

    public static string JobState(string state) => state switch {
        "waiting" => "受取待ち", "fetched" => "受取済み", "placed" => "配置済み", "seenUnchanged" => "配置確認済み", "answered" => "回答あり", "timedOut" => "時間切れ", _ => "配置失敗",
    };

    /// <summary>What machine evidence says, by what it is of.</summary>
    public static string Evidence(EvidenceRow row) => (row.EvidenceId.Split(':')[0], row.Value.Split(' ')) switch {
        ("alarm", _) => Alarms.Text(row.Value).Title,
        ("job", [var kind, var state]) => $"{Job(kind)}：{JobState(state)}",
        ("certificate", _) when DateOnly.TryParseExact(row.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends) => JapanTime.Date(ends) + "まで",
        _ => row.Value,
    };

    public static string Ring(ReleaseRing? ring) => ring switch { ReleaseRing.Lab => "社内", ReleaseRing.Friends => "協力先", ReleaseRing.Tenth => "先行", ReleaseRing.All => "全体", _ => "—" };

    public static (string Word, Tone Tone) Renewal(string state) => state switch { "open" => ("未着手", Tone.Warn), "applied" => ("申込み済み", Tone.Info), "received" => ("証明書が届いた", Tone.Info), _ => ("完了", Tone.Good) };

    /// <summary>The move that comes next; null at the end.</summary>
    public static (string To, string Label)? RenewalNext(string state) => state switch { "open" => ("applied", "申込み済みにする"), "applied" => ("received", "届いたことにする"), "received" => ("done", "完了にする"), _ => null };

    public static string Symptom(string symptom) => symptom switch {
        "send" => "請求ファイルを送れない", "eligibility" => "資格確認ができない", "connector" => "連携端末がつながらない", "results" => "結果が届かない", "screen" => "画面が開かない", _ => "そのほか",
    };

    public static string Owner(string? owner) => owner switch {
        "station" => "ステーション", "line" => "回線", "terminal" => "端末", "partner" => "導入事業者", "national" => "全国側", "us" => "コンダクト", _ => "確認中",
    };

    public static (string Word, Tone Tone) Ticket(string state) => state switch {
        "open" => ("対応中", Tone.Warn), "waiting" => ("ステーション待ち", Tone.Info), "arranged" => ("手配済み", Tone.Info), "answered" => ("回答済み", Tone.Good), _ => ("完了", Tone.Quiet),
    };

    public static string Event(string what) => what switch {
        "opened" => "受付", "replied" => "ステーションの返事", "told" => "確認したこと", "owned" => "担当を決めた", "arranged" => "導入事業者へ手配", "waiting" => "ステーションへ依頼", "running" => "対応を再開", "incident" => "障害にまとめた",
        "answered" => "回答", _ => "完了",
    };

    /// <summary>A line of the history: state:…, alert:…:level, ended:….</summary>
    public static string Change(string what) {
        var parts = what.Split(':');
        if (parts is ["state", var state]) return State(state).Word;
        var name = parts.ElementAtOrDefault(1)?.Split('.', 2) ?? [""];
        var kind = Kind(name[0], name.ElementAtOrDefault(1));
        return parts is ["alert", _, var level] ? $"警告：{kind}（{Level(level).Word}）" : $"終わり：{kind}";
    }

    public static string Feature(Feature feature) => feature switch {
        Contracts.Feature.Eligibility => "オンライン資格確認",
        Contracts.Feature.PersonalData => "個人データの控えと消去",
        _ => feature.ToString(),
    };

    public static string Line(string line) => line == "ipsec" ? "IPsec+IKE" : "IP-VPN";

    public static string Percent(double? share) => share is { } known ? (100 * known).ToString("0.#", CultureInfo.InvariantCulture) + "％" : Amounts.Unknown;

    public static string Days(double? days) => days is { } known ? known.ToString("0", CultureInfo.InvariantCulture) + "日" : Amounts.Unknown;

    public static string HoursLeft(double hours) => hours < 48 ? $"あと{Math.Ceiling(hours).ToString("0", CultureInfo.InvariantCulture)}時間" : $"あと{Math.Floor(hours / 24).ToString("0", CultureInfo.InvariantCulture)}日";
}
