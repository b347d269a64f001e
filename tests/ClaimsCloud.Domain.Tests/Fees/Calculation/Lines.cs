using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Domain.Tests.Fees.Calculation;

/// <summary>Calculated lines of a scene, short enough to compare.</summary>
internal static class Lines {
    public static PatientFees Of(StationScene scene, string patient) => All(scene).Single(p => p.Patient == patient);

    public static IReadOnlyList<PatientFees> All(StationScene scene) => [.. new MonthCalculation(scene.Bundle, FeeSchedules.BuiltIn.For(scene.Month)!).Patients()];

    /// <summary>Day and yen of the lines of some families, in their order.</summary>
    public static IReadOnlyList<(int Day, int Yen)> Of(this PatientFees fees, params FeeFamily[] families) =>
        [.. fees.Lines.Where(l => families.Contains(l.Fee.Conditions!.Family)).Select(l => (l.Date.Day, l.Yen))];

    public static IReadOnlyList<string> Codes(this PatientFees fees) => [.. fees.Findings.Select(f => f.Code)];

    /// <summary>So many users of a building on some days.</summary>
    public static StationScene Building(int year, int month, int users, IEnumerable<int> days, Action<PatientScene, int> visit) {
        var scene = new StationScene(year, month).Building("家").Files("1606", "1617", "1608");
        for (var i = 0; i < users; i++) {
            var patient = scene.Patient($"利用者{i:00}").LivesIn("家").With("001");
            foreach (var day in days) visit(patient, day);
        }
        return scene;
    }
}
