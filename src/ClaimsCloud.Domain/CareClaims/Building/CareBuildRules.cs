using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>What can be wrong with a month before its care claims are built. <see cref="Severity.ClaimRefused"/> keeps the patient's care claims back.</summary>
public static class CareBuildRules {
    private const string Provider = "インタフェース仕様書 サービス事業所編 令和6年4月 p.51–60";
    private const string Table = "介護給付費単位数サービスコード表";
    private const string Payer = "健康保険法第55条、介護保険と医療保険の給付調整";

    public static readonly BundleRule Office = new("CB01", Severity.FileRefused, "介護保険の事業所番号か地域区分がありません", "訪問看護ステーションの設定に入れてください。") { Source = Provider };
    public static readonly BundleRule NotCertified = new("CB02", Severity.ClaimRefused, "介護保険の訪問の日に要介護認定がありません", "認定の期間か、訪問の支払いを直してください。") { Source = Provider };
    public static readonly BundleRule Incomplete = new("CB03", Severity.ClaimRefused, "介護保険の資格に足りない項目があります", "介護保険の認定の画面で入れてください。") { Source = Provider };
    public static readonly BundleRule NoCode = new("CB04", Severity.ClaimRefused, "訪問のサービスコードが手元の表にありません", "公式のサービスコード表を取り込んでください（claims kaigo codes import）。") { Source = Table };
    public static readonly BundleRule NoAdditionCode = new("CB05", Severity.Query, "加算のサービスコードが手元の表にないため算定していません", "公式のサービスコード表を取り込んでください（claims kaigo codes import）。") { Source = Table };
    public static readonly BundleRule NotBillable = new("CB06", Severity.ClaimRefused, "介護保険で請求できない訪問です", "職種・時間・支払いを確かめてください。") { Source = Table };
    public static readonly BundleRule NoPlan = new("CB07", Severity.ClaimRefused, "サービス提供票別表の計画単位数がありません", "ケアマネジャーから届いたサービス提供票別表を取り込んでください。") { Source = Provider };
    public static readonly BundleRule OverPlan = new("CB08", Severity.Query, "計画単位数を超えています", "超えた分は利用者の全額負担になります。ケアマネジャーに計画の変更を相談してください。") { Source = Provider };
    public static readonly BundleRule PlanDiffers = new("CB09", Severity.Hint, "計画と実績が違います", "ケアマネジャーに実績を知らせてください。") { Source = Provider };
    public static readonly BundleRule CloseVisits = new("CB10", Severity.Query, "訪問の間隔が2時間未満です", "時間を合わせて1回にするかを確かめてください。緊急の訪問と20分未満の訪問は合わせません。") { Source = "居宅サービスの算定の留意事項（訪問看護）" };
    public static readonly BundleRule Welfare = new("CB11", Severity.ClaimRefused, "生保単独の利用者に介護扶助（12）の介護券がありません", "公費に法別12の介護券を入れてください。") { Source = Provider };
    public static readonly BundleRule NotForCare = new("CB12", Severity.Hint, "介護保険では使わない公費です", "介護保険の訪問には使いません。訪問の「使わない公費」に入れると、この知らせは出ません。") { Source = "保険優先公費一覧（適用優先度順）" };
    public static readonly BundleRule NotFiled = new("CB13", Severity.Query, "届出がないため算定していない加算があります", "体制等の届出を確かめてください。") { Source = Table };
    public static readonly BundleRule KeptBackPublic = new("CB14", Severity.ClaimRefused, "公費が2つ以上あり、計算を確かめていないため請求に入れていません", "連合会に確かめてから、設定 several-public-expenses を pass-on にしてください。") { Source = "介護給付費請求の手引き（平成24年）p.70" };
    public static readonly BundleRule TooMany = new("CB15", Severity.ClaimRefused, "回数や単位数が明細書の桁に収まりません", "訪問の記録とサービス提供票別表を確かめてください。") { Source = Provider };
    public static readonly BundleRule NegativeUnits = new("CB16", Severity.ClaimRefused, "減算が計画単位数より大きく、給付単位数がマイナスになります", "サービス提供票別表の計画単位数を確かめてください。") { Source = Provider };

    public static readonly BundleRule LinkedVisits = new("CB17", Severity.ClaimRefused, "定期巡回連携（ハ）のサービスコードが手元の表にありません", "公式のサービスコード表を取り込んでください（claims kaigo codes import）。月の一部だけの連携は日割りになるため、ここでは請求に入れていません。") { Source = Table };
    public static readonly BundleRule AlreadySent = new("CB18", Severity.Hint, "すでに送った請求のため、ファイルに入れていません", "直すときは、返戻を待つか、保険者に過誤申立をしてから作ってください。保留の請求は送り直しません。") { Source = "返戻 ANN2・ANN4" };

    public static readonly BundleRule WrongPayer = new("CB20", Severity.ClaimRefused, "訪問の支払いが決まりと違います", "訪問の支払い（医療保険・介護保険）を直してください。") { Source = Payer };
    public static readonly BundleRule PayerNotSure = new("CB21", Severity.Query, "医療保険か介護保険かを記録だけでは決められません", "主治医の指示書と傷病名を確かめてください。認知症（精神科在宅患者支援管理料などを除く）は介護保険です。") { Source = Payer };
    public static readonly BundleRule SameVisit = new("CB22", Severity.ClaimRefused, "同じ時間の訪問が医療保険と介護保険の両方にあります", "どちらか1つにしてください。") { Source = Payer };
    public static readonly BundleRule BothWorlds = new("CB23", Severity.Query, "医療保険と介護保険の両方で算定できない加算です", "どちらで算定するかを介護保険の認定の画面で選んでください。") { Source = "訪問看護管理療養費 注（24時間対応体制加算・特別管理加算）" };

    /// <summary>True for what keeps the medical claims of the patient back too: otherwise a visit could be billed twice, or to the wrong insurance.</summary>
    public static bool IsAboutBothInsurances(BundleFinding finding) {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Code == WrongPayer.Code || finding.Code == SameVisit.Code;
    }

    public static IReadOnlyList<BundleRule> All { get; } = [
        Office, NotCertified, Incomplete, NoCode, NoAdditionCode, NotBillable, NoPlan, OverPlan, PlanDiffers, CloseVisits, Welfare, NotForCare, NotFiled, KeptBackPublic, TooMany, NegativeUnits, LinkedVisits, AlreadySent,
        WrongPayer, PayerNotSure, SameVisit, BothWorlds,
    ];
}
