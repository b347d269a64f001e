using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>A rule about a file to or from 国保連合会. Texts are Japanese.</summary>
/// <param name="Code">Rule id, never reused.</param>
/// <param name="Title">What is wrong when it fires, in a few words.</param>
/// <param name="Source">Document and place; S1 and S2 are named in <c>Data/kaigo/2024-04/SOURCE.md</c>.</param>
public sealed record CareRule(string Code, Severity Severity, string Title, string Fix, string Source);

/// <summary>All rules about files. The first group is about the file, the second about single values, the third about claims, the last about totals.</summary>
public static class CareRules {
    private const string Common = "インタフェース仕様書 共通編 令和7年8月";
    private const string Provider = "インタフェース仕様書 サービス事業所編 令和6年4月";
    private const string Guide = "介護給付費請求の手引き（平成24年）";

    public static readonly CareRule Frame = new("CF01", Severity.FileRefused, "コントロールレコードで始まり、エンドレコードで終わっていません", "請求ファイルを作り直してください。", $"{Common} p.6");
    public static readonly CareRule Numbering = new("CF02", Severity.FileRefused, "レコード番号が1からの連番ではありません", "請求ファイルを作り直してください。", $"{Common} p.8");
    public static readonly CareRule Count = new("CF03", Severity.FileRefused, "レコード件数がデータレコードの数と違います", "請求ファイルを作り直してください。", $"{Common} p.6");
    public static readonly CareRule DataKind = new("CF04", Severity.FileRefused, "データ種別が最初のデータレコードと違います", "データ種別を、最初の交換情報識別番号の上3桁にしてください。", $"{Common} p.43");
    public static readonly CareRule Office = new("CF05", Severity.FileRefused, "事業所番号がコントロールレコードと違います", "1つのファイルには1つの事業所の請求だけを入れてください。", $"{Common} p.23");
    public static readonly CareRule UnknownRecord = new("CF06", Severity.Query, "知らないレコードです", "新しい版の情報かもしれません。内容は元のまま残します。連合会の案内を確かめてください。", $"{Provider} p.15");
    public static readonly CareRule LineForm = new("CF07", Severity.FileRefused, "行の形が正しくありません", "行の終わりは改行（CRLF）、引用符は2つで1組にしてください。", $"{Common} p.21");
    public static readonly CareRule FieldCount = new("CF08", Severity.FileRefused, "項目の数が違います", "項目の数を仕様書のとおりにしてください。省略する項目もコンマは残します。", $"{Provider} p.19–60");
    public static readonly CareRule SeveralMonths = new("CF09", Severity.Query, "1つのファイルにサービス提供年月が2つ以上あります", "月遅れの請求は、サービス提供年月ごとに別のファイルにしてください。", $"{Guide} p.61");
    public static readonly CareRule TooMany = new("CF10", Severity.Hint, "指摘が多すぎます", "先にほかの指摘を直してから、もう一度点検してください。", "ClaimsCloud");

    public static readonly CareRule Apostrophe = new("CF20", Severity.FileRefused, "アポストロフィ（'）があります", "アポストロフィを取り除いてください。", $"{Common} p.22");
    public static readonly CareRule LowerCase = new("CF21", Severity.ClaimRefused, "英小文字があります", "英大文字にしてください。", $"{Common} p.22");
    public static readonly CareRule Width = new("CF22", Severity.ClaimRefused, "半角と全角が合っていません", "数字・英数の項目は半角、漢字の項目は全角だけにしてください。", $"{Common} p.22");
    public static readonly CareRule Characters = new("CF23", Severity.ClaimRefused, "項目に使えない文字があります", "項目の種類に合う文字だけにしてください。", $"{Common} p.22");
    public static readonly CareRule TooLong = new("CF24", Severity.ClaimRefused, "項目が長すぎます", "最大のバイト数に収めてください。マイナスの符号も1バイトに数えます。", $"{Provider} p.19–60");
    public static readonly CareRule Missing = new("CF25", Severity.ClaimRefused, "必須の項目がありません", "値を入れてください。", $"{Provider} p.51–60");
    public static readonly CareRule NotForThisForm = new("CF26", Severity.LikelyReturn, "設定しない項目に値があります", "空にしてください。", $"{Provider} p.51–60");
    public static readonly CareRule NoSuchDate = new("CF27", Severity.ClaimRefused, "日付・年月がありえない値です", "西暦の日付（YYYYMMDD）か年月（YYYYMM）にしてください。", $"{Common} p.25");
    public static readonly CareRule UnknownCode = new("CF28", Severity.ClaimRefused, "コードがコード一覧にありません", "コード一覧にある値にしてください。", $"{Common} p.31–41");
    public static readonly CareRule CheckDigitOf = new("CF29", Severity.Query, "検証番号が合いません", "番号を証や受給者証と見比べてください。", $"{Common} p.31–32");

    public static readonly CareRule Order = new("CF40", Severity.ClaimRefused, "明細書の並びが正しくありません", "基本情報、明細情報、集計情報の順にそろえてください。", $"{Provider} p.23–2");
    public static readonly CareRule OtherClaim = new("CF41", Severity.ClaimRefused, "基本情報と違う明細書の行です", "同じ明細書の行は、年月・事業所・保険者・被保険者を同じにしてください。", $"{Provider} p.23–2");
    public static readonly CareRule BenefitUnits = new("CF42", Severity.LikelyReturn, "給付単位数が計算と違います", "計画単位数と限度額管理対象単位数の少ないほうに、対象外単位数を足してください。", $"{Guide} p.73");
    public static readonly CareRule DetailUnits = new("CF43", Severity.LikelyReturn, "明細の単位数の計が集計と違います", "明細情報のサービス単位数の計を、対象と対象外の単位数の計に合わせてください。", $"{Guide} p.73");
    public static readonly CareRule LineUnits = new("CF44", Severity.LikelyReturn, "サービス単位数が単位数×回数ではありません", "単位数と回数を確かめてください。", $"{Guide} p.68");
    public static readonly CareRule InsuranceYen = new("CF45", Severity.LikelyReturn, "保険請求額が計算と違います", "単位数×単価（1円未満切捨て）×給付率（1円未満切捨て）にしてください。", $"{Guide} p.73");
    public static readonly CareRule UserYen = new("CF46", Severity.LikelyReturn, "利用者負担額が計算と違います", "費用から保険請求額、公費請求額、公費分本人負担額を引いてください。", $"{Guide} p.74");
    public static readonly CareRule PublicUnits = new("CF47", Severity.LikelyReturn, "公費の単位数が計算と違います", "明細の公費対象単位数の計と給付単位数の少ないほうにしてください。", $"{Guide} p.73");
    public static readonly CareRule BasicTotals = new("CF48", Severity.LikelyReturn, "基本情報の合計が集計情報と違います", "集計情報の計にしてください。", $"{Guide} p.72");
    public static readonly CareRule OverPlan = new("CF49", Severity.Query, "計画単位数を超えています", "超えた分は保険が使えません。ケアマネジャーに提供票を確かめてください。", $"{Provider} p.5");
    public static readonly CareRule NoPlan = new("CF50", Severity.LikelyReturn, "計画単位数がありません", "ケアマネジャーの提供票別表から計画単位数を入れてください。", $"{Provider} p.5・7");
    public static readonly CareRule FormAndType = new("CF51", Severity.LikelyReturn, "様式とサービス種類が合いません", "要介護は7131と13、要支援は7132と63にしてください（返戻 ABBF）。", $"{Provider} p.15");
    public static readonly CareRule FormAndLevel = new("CF52", Severity.Query, "様式と要介護状態区分が合いません", "月の途中で要支援と要介護が変わったのでなければ、直してください（返戻 12QJ）。", $"{Guide} p.66");
    public static readonly CareRule PlanAuthor = new("CF53", Severity.LikelyReturn, "計画の作成区分と居宅介護支援事業所番号が合いません", "作成区分1と3は事業所番号を入れ、2は空にしてください（返戻 12P4・12P5）。", $"{Guide} p.71");
    public static readonly CareRule Certification = new("CF54", Severity.LikelyReturn, "認定有効期間が月の末日を含んでいません", "月の末日（終わった人は最後の日）の認定にしてください（返戻 12PD）。", $"{Guide} p.71");
    public static readonly CareRule WelfareOnly = new("CF55", Severity.ClaimRefused, "生保単独の明細書に保険請求額があります", "保険の額を0にしてください（返戻 ATT5）。", "連合会のエラーコード ATT5");
    public static readonly CareRule PublicRate = new("CF56", Severity.ClaimRefused, "公費給付率が90以下です", "100（結核は95）にしてください（返戻 ATTC）。", "連合会のエラーコード ATTC");
    public static readonly CareRule PublicOrder = new("CF57", Severity.LikelyReturn, "公費の順が優先順位と違います", "優先順位の高い公費から順に入れてください。生活保護（12）は最後です。", "保険優先公費一覧（適用優先度順）");
    public static readonly CareRule Twice = new("CF58", Severity.LikelyReturn, "同じ明細書が2つあります", "1つにまとめてください（返戻 ANN2）。", "連合会のエラーコード ANN2");
    public static readonly CareRule TwoInsurers = new("CF59", Severity.Query, "1人に2つの保険者の明細書があります", "月の途中の転居でなければ、保険者番号を確かめてください。", $"{Guide} p.65");
    public static readonly CareRule FacilityResident = new("CF60", Severity.Query, "住所地特例の明細情報があります", "訪問看護（13・63）は、住所地特例の人も明細情報（02）に入れてください。", $"{Provider} p.38–2");
    public static readonly CareRule CodeOutOfTime = new("CF61", Severity.LikelyReturn, "そのサービス提供年月に使えないサービスコードです", "その月のサービスコード表から選び直してください。", "介護給付費単位数サービスコード表");
    public static readonly CareRule CodeUnits = new("CF62", Severity.LikelyReturn, "単位数がサービスコード表と違います", "サービスコード表の単位数にしてください。", "介護給付費単位数サービスコード表");
    public static readonly CareRule LimitedUnits = new("CF63", Severity.LikelyReturn, "限度額管理の対象と対象外の分け方が違います", "対象外の加算（緊急時、特別管理、特別地域など）を対象外単位数に入れてください。", $"{Guide} p.73");
    public static readonly CareRule NotInTable = new("CF64", Severity.Query, "手元のサービスコード表にないコードです", "公式のサービスコード表を取り込むと点検できます。", "介護給付費単位数サービスコード表");

    public static readonly CareRule NoBill = new("CF80", Severity.FileRefused, "請求書情報（7111）がないか、明細書より後にあります", "請求書情報をファイルの始めに入れてください。", $"{Provider} p.61");
    public static readonly CareRule BillTotals = new("CF81", Severity.FileRefused, "請求書の計が明細書の計と違います", "請求書情報を明細書から計算し直してください。", $"{Guide} p.63");
    public static readonly CareRule BillIdentity = new("CF82", Severity.FileRefused, "請求書の費用合計が内訳の計と違います", "費用合計を保険請求額、公費請求額、利用者負担の計にしてください。", $"{Guide} p.63");

    public static IReadOnlyList<CareRule> All { get; } = [
        Frame, Numbering, Count, DataKind, Office, UnknownRecord, LineForm, FieldCount, SeveralMonths, TooMany,
        Apostrophe, LowerCase, Width, Characters, TooLong, Missing, NotForThisForm, NoSuchDate, UnknownCode, CheckDigitOf,
        Order, OtherClaim, BenefitUnits, DetailUnits, LineUnits, InsuranceYen, UserYen, PublicUnits, BasicTotals, OverPlan, NoPlan, FormAndType, FormAndLevel, PlanAuthor,
        Certification, WelfareOnly, PublicRate, PublicOrder, Twice, TwoInsurers, FacilityResident, CodeOutOfTime, CodeUnits, LimitedUnits, NotInTable,
        NoBill, BillTotals, BillIdentity,
    ];
}
