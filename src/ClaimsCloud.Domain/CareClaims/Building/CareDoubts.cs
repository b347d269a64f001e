using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>What is not verified. A claim that rests on one of them carries it as <c>not checked</c>; ask 国保連合会, or import a test file there.</summary>
public static class CareDoubts {
    private const string Ask = "連合会に確かめるか、取込テストをしてください。";

    public static readonly BundleRule UnitPrice = Doubt("CD01", "単位数単価は告示で確かめていません（計算による値です）", "地域区分の単価を告示で確かめてください。");
    public static readonly BundleRule Code = Doubt("CD02", "サービスコードは公式の表で確かめていません", "公式のサービスコード表を取り込んでください。");
    public static readonly BundleRule PublicLineUnits = Doubt("CD03", "公費が月の一部だけのときの、請求書の公費の行の単位数を確かめていません（設定 public-line-units）", Ask);
    public static readonly BundleRule WelfareOnlyRate = Doubt("CD04", "生保単独の保険給付率を空にするかを確かめていません（設定 welfare-only-rate）", Ask);
    public static readonly BundleRule OtherLawGroup = Doubt("CD05", "法別12のほかの公費の請求情報区分を実例で確かめていません（設定 other-law-group）", Ask);
    public static readonly BundleRule BuildingReduction = Doubt("CD06", "同一建物減算を限度額の対象に入れるかを確かめていません（設定 building-reduction-units）", Ask);
    public static readonly BundleRule SeveralPublicExpenses = Doubt("CD07", "2つ以上の公費の計算を確かめていません（設定 several-public-expenses）", Ask);
    public static readonly BundleRule StartDay = Doubt("CD08", "開始年月日に入れる日を確かめていません（設定 start-day）", Ask);
    public static readonly BundleRule RateBase = Doubt("CD09", "率の加算のもとになる単位数を告示で確かめていません", Ask);
    public static readonly BundleRule PartlyPublic = Doubt("CD10", "公費が月の一部だけのときの、月1回の加算の公費の扱いを確かめていません", Ask);
    public static readonly BundleRule StopReason = Doubt("CD11", "施設への入所の種類が記録にないため、中止理由を5（その他）にしました", "特養は6、老健は7、介護医療院は9に直してください。");

    public static readonly BundleRule LinkedVisits = Doubt("CD12", "定期巡回連携（ハ）の算定を公式の表で確かめていません", Ask);

    public static IReadOnlyList<BundleRule> All { get; } =
        [UnitPrice, Code, PublicLineUnits, WelfareOnlyRate, OtherLawGroup, BuildingReduction, SeveralPublicExpenses, StartDay, RateBase, PartlyPublic, StopReason, LinkedVisits];

    private static BundleRule Doubt(string code, string title, string fix) => new(code, Severity.Query, title, fix) { Source = "介護給付費請求の手引き（平成24年）ほか。Data/kaigo/2024-04/SOURCE.md" };
}
