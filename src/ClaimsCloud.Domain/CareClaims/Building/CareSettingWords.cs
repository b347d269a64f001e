using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>One choice of a setting.</summary>
/// <param name="Japanese">What it does, short.</param>
public sealed record CareChoiceWord(string Value, string Japanese, Func<CareSettings, CareSettings> Choose, Func<CareSettings, bool> IsChosen);

/// <summary>A setting with the doubt that makes it one. The first choice is the default.</summary>
public sealed record CareSettingWord(string Name, BundleRule Doubt, IReadOnlyList<CareChoiceWord> Choices);

/// <summary>The settings of <see cref="CareSettings"/> as words: <c>start-day=first-visit</c>.</summary>
public static class CareSettingWords {
    public static IReadOnlyList<CareSettingWord> All { get; } = [
        new("public-line-units", CareDoubts.PublicLineUnits, [
            new("whole-claim", "明細書全体の単位数", s => s with { PublicLineUnits = PublicLineUnits.WholeClaim }, s => s.PublicLineUnits == PublicLineUnits.WholeClaim),
            new("public-only", "公費対象の単位数", s => s with { PublicLineUnits = PublicLineUnits.PublicOnly }, s => s.PublicLineUnits == PublicLineUnits.PublicOnly),
        ]),
        new("welfare-only-rate", CareDoubts.WelfareOnlyRate, [
            new("omitted", "空にする", s => s with { WelfareOnlyRate = WelfareOnlyRate.Omitted }, s => s.WelfareOnlyRate == WelfareOnlyRate.Omitted),
            new("written", "記録の割合を書く", s => s with { WelfareOnlyRate = WelfareOnlyRate.Written }, s => s.WelfareOnlyRate == WelfareOnlyRate.Written),
        ]),
        new("other-law-group", CareDoubts.OtherLawGroup, [
            new("zero", "0", s => s with { OtherLawGroup = OtherLawGroup.Zero }, s => s.OtherLawGroup == OtherLawGroup.Zero),
            new("one", "01", s => s with { OtherLawGroup = OtherLawGroup.One }, s => s.OtherLawGroup == OtherLawGroup.One),
        ]),
        new("building-reduction-units", CareDoubts.BuildingReduction, [
            new("outside-limit", "限度額の対象外", s => s with { BuildingReductionUnits = BuildingReductionUnits.OutsideLimit }, s => s.BuildingReductionUnits == BuildingReductionUnits.OutsideLimit),
            new("inside-limit", "限度額の対象", s => s with { BuildingReductionUnits = BuildingReductionUnits.InsideLimit }, s => s.BuildingReductionUnits == BuildingReductionUnits.InsideLimit),
        ]),
        new("several-public-expenses", CareDoubts.SeveralPublicExpenses, [
            new("keep-back", "請求に入れない", s => s with { SeveralPublicExpenses = SeveralPublicExpenses.KeepBack }, s => s.SeveralPublicExpenses == SeveralPublicExpenses.KeepBack),
            new("pass-on", "前の公費が残した額を次の公費が払う", s => s with { SeveralPublicExpenses = SeveralPublicExpenses.PassOn }, s => s.SeveralPublicExpenses == SeveralPublicExpenses.PassOn),
        ]),
        new("start-day", CareDoubts.StartDay, [
            new("first-visit", "最初の訪問の日", s => s with { StartDay = StartDay.FirstVisit }, s => s.StartDay == StartDay.FirstVisit),
            new("service-start", "訪問開始年月日", s => s with { StartDay = StartDay.ServiceStart }, s => s.StartDay == StartDay.ServiceStart),
        ]),
    ];

    /// <summary>Every <c>NAME=VALUE</c> there is.</summary>
    public static IEnumerable<string> Names => All.SelectMany(s => s.Choices.Select(c => $"{s.Name}={c.Value}"));

    /// <summary>The settings with one choice made; null when the word is not known.</summary>
    public static CareSettings? With(CareSettings settings, string name, string value) =>
        All.FirstOrDefault(s => s.Name == name)?.Choices.FirstOrDefault(c => c.Value == value)?.Choose(settings);

    public static string ValueOf(CareSettings settings, CareSettingWord word) => word.Choices.First(c => c.IsChosen(settings)).Value;
}
