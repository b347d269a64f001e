namespace ClaimsCloud.Domain.Onboarding;

using static BookColumnKind;

/// <summary>The shape of all that the desk edits. A row is a text a column; its first column is always the key.</summary>
public static class BookTables {
    private const string KeyLabel = "キー";

    public static readonly IReadOnlyList<(string Value, string Label)> Holders = [("station", "ステーション"), ("conduct", "コンダクト"), ("partner", "導入支援事業者"), ("portal", "ポータルサイト")];
    public static readonly IReadOnlyList<(string Value, string Label)> Connections = [("ip-vpn", "IP-VPN接続"), ("ipsec-ike", "IPsec+IKE接続")];
    public static readonly IReadOnlyList<(string Value, string Label)> Lines = [
        ("flets", "フレッツ光（NTT東日本・西日本）を契約中"), ("flets-planned", "フレッツ光をこれから契約する"), ("fibre", "NTT以外の光回線"), ("cable", "ケーブルテレビの回線"),
        ("adsl", "ADSL"), ("isdn", "ISDN"), ("none", "回線がない")];
    public static readonly IReadOnlyList<(string Value, string Label)> Buildings = [("fits", "光回線の終端装置を設置できる"), ("no-fibre", "終端装置を設置できない（アパート・マンションなど）"), ("unknown", "分からない")];
    public static readonly IReadOnlyList<(string Value, string Label)> Suppliers = [("partner", "導入支援事業者"), ("conduct", "コンダクト")];

    public static readonly IReadOnlyList<(string Value, string Label)> Prefectures = [.. ("北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 "
        + "滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県").Split(' ').Select(p => (p, p))];

    /// <summary>What shows that a station fulfils a duty; empty where nothing does.</summary>
    private static readonly IReadOnlyList<(string Value, string Label)> Proofs = [("claims", "請求ファイルが端末に届いた"), ("eligibility", "資格確認に回答があった")];
    private static readonly IReadOnlyList<(string Value, string Label)> Taxes = [("included", "税込"), ("excluded", "税別"), ("unstated", "記載なし")];
    private static readonly IReadOnlyList<(string Value, string Label)> Charges = [("always", "いつも"), ("optional", "必要なときだけ"), ("monthly", "毎月")];
    private static readonly IReadOnlyList<(string Value, string Label)> Per = [("supplier", "支払先ごと"), ("case", "1つ")];

    public static IReadOnlyList<(string Value, string Label)> Steps { get; } = [
        ("apply", "申込み"), ("introduce", "紹介"), ("order", "発注"), ("register", "申請"), ("install", "導入"), ("pay", "支払い"), ("subsidise", "補助金申請")];

    public static IReadOnlyList<BookTable> All { get; } = [
        Fixed("steps", "7つの段階", new("name", "名前"), new("holder", "動く番の人", Choice, Options: Holders), new("days", "目安", Number, Unit: "日"), new("instruction", "ステーションへの案内", LongText)),
        Fixed("items", "8つの作業", new("name", "名前"), new("owner", "担当", Choice, Options: Holders), new("step", "終える段階", Choice, Options: Steps), new("instruction", "案内", LongText)),
        Free("partners", "導入支援事業者", new("name", "名前"), new("connections", "接続方式", Choices, Options: Connections), new("areas", "担当地域（空は記載なし）", Choices, Required: false, Options: Prefectures), new("note", "メモ", Required: false)),
        Free("rules", "紹介の決まり", new("lines", "回線（空はどれでも）", Choices, Required: false, Options: Lines), new("building", "建物（空はどれでも）", Choices, Required: false, Options: Buildings),
            new("connection", "接続方式", Choice, Options: Connections), new("reason", "理由")),
        Free("prices", "料金表", new("name", "名前"), new("supplier", "支払先", Choice, Options: Suppliers), new("lowYen", "金額（下）", Number, Unit: "円"), new("highYen", "金額（上）", Number, Unit: "円"),
            new("tax", "消費税", Choice, Options: Taxes), new("subsidised", "補助の対象", YesNo, Required: false), new("charge", "かかるとき", Choice, Options: Charges), new("note", "メモ", Required: false)),
        Free("taxes", "消費税率", new("from", "始まる日", Date), new("percent", "税率", Number, Unit: "％")),
        Free("programmes", "補助金", new("name", "名前"), new("capYen", "上限", Number, Unit: "円"), new("ratePercent", "補助率", Number, Unit: "％"), new("applyBy", "申請の期限", Date, Required: false),
            new("operateBy", "運用開始の期限", Date, Required: false), new("note", "メモ", Required: false)),
        Free("papers", "補助金の書類", new("programme", "補助金のキー"), new("name", "書類"), new("per", "必要な数", Choice, Options: Per)),
        Free("sheets", "導入支援事業者の表の項目", new("partners", "導入支援事業者のキー"), new("title", "見出し"), new("field", "項目"), new("editable", "事業者が書き込む", YesNo, Required: false)),
        Free("versions", "導入支援事業者の表の版", new BookColumn("version", "版", Number)),
        Free("duties", "義務化の日", new("name", "名前"), new("date", "日", Date), new("proof", "済んだことを示すもの", Choice, Required: false, Options: Proofs), new("note", "メモ", Required: false)),
        Free("phases", "予定", new("name", "名前"), new("from", "始まり", Date), new("to", "終わり", Date)),
    ];

    public static BookTable? Find(string? name) => All.FirstOrDefault(t => t.Name == name);

    public static string Label(IReadOnlyList<(string Value, string Label)> options, string value) => options.FirstOrDefault(o => o.Value == value).Label ?? value;

    private static BookTable Fixed(string name, string title, params BookColumn[] columns) => new(name, title, true, [new("key", KeyLabel), .. columns]);

    private static BookTable Free(string name, string title, params BookColumn[] columns) => new(name, title, false, [new("key", KeyLabel), .. columns]);
}
