using ClaimsCloud.Domain.CareClaims.Building;

namespace ClaimsCloud.Cli;

/// <summary>The settings of <c>claims kaigo build --set NAME=VALUE</c>.</summary>
internal static class CareSettingWords {
    private static readonly Dictionary<string, Func<CareSettings, CareSettings>> Choices = new(StringComparer.Ordinal) {
        ["public-line-units=whole-claim"] = s => s with { PublicLineUnits = PublicLineUnits.WholeClaim },
        ["public-line-units=public-only"] = s => s with { PublicLineUnits = PublicLineUnits.PublicOnly },
        ["welfare-only-rate=omitted"] = s => s with { WelfareOnlyRate = WelfareOnlyRate.Omitted },
        ["welfare-only-rate=written"] = s => s with { WelfareOnlyRate = WelfareOnlyRate.Written },
        ["other-law-group=zero"] = s => s with { OtherLawGroup = OtherLawGroup.Zero },
        ["other-law-group=one"] = s => s with { OtherLawGroup = OtherLawGroup.One },
        ["building-reduction-units=outside-limit"] = s => s with { BuildingReductionUnits = BuildingReductionUnits.OutsideLimit },
        ["building-reduction-units=inside-limit"] = s => s with { BuildingReductionUnits = BuildingReductionUnits.InsideLimit },
        ["several-public-expenses=keep-back"] = s => s with { SeveralPublicExpenses = SeveralPublicExpenses.KeepBack },
        ["several-public-expenses=pass-on"] = s => s with { SeveralPublicExpenses = SeveralPublicExpenses.PassOn },
        ["start-day=first-visit"] = s => s with { StartDay = StartDay.FirstVisit },
        ["start-day=service-start"] = s => s with { StartDay = StartDay.ServiceStart },
    };

    public static IEnumerable<string> Names => Choices.Keys;

    /// <summary>Null, with a word on standard error, when one is not known.</summary>
    public static CareSettings? Read(IEnumerable<string> words) {
        var settings = new CareSettings();
        foreach (var word in words) {
            if (!Choices.TryGetValue(word, out var choose)) {
                Console.Error.WriteLine($"設定「{word}」はありません。使えるもの: {string.Join(' ', Names)}");
                return null;
            }
            settings = choose(settings);
        }
        return settings;
    }
}
