using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Cards;

namespace ClaimsCloud.Domain.Tests.Checks;

/// <summary>The lines of an example that begin with #, as what is known beside the file: one piece a line, Japanese name first. A piece that is not named is not known.</summary>
internal static class ExampleContext {
    /// <summary>訪問看護記録番号等 of the claim in an example with context.</summary>
    public const string ChartNumber = "EX-1";

    public static CheckContext Of(string example) {
        var lines = example.Split('\n').Where(l => l.StartsWith('#')).Select(l => l[1..].Split(' ')).ToLookup(words => words[0], words => words[1..]);
        var patient = new PatientContext {
            OtherMonths = All(lines["前後"], w => new BilledFee(Day(w[0]), w[1])),
            Visits = All(lines["訪問"], w => new VisitFact(Day(w[0]), Time(w[1]), Time(w[2]), w[3], w.ElementAtOrDefault(4))),
            Building = lines.Contains("建物") ? new(lines["建物"].ToDictionary(w => Day(w[0]), w => int.Parse(w[1])), 1) : null,
            Eligibility = All(lines["資格"], w => new EligiblePeriod(int.Parse(w[0]), Day(w[1]), Day(w[2])) { Card = w.Length > 3 ? CardText.KeyOf(w[3], w[4] == "-" ? null : w[4], w[5]) : null }),
            CareInsurance = lines["介護"].FirstOrDefault() is { } care
                ? new(care[0] == "要介護" ? CareCertification.Certified : CareCertification.None, care.Contains("24h") ? [CareAddOn.AroundTheClock] : []) : null,
            RecipientCards = All(lines["受給者証"], w => new RecipientCard(w[0], Day(w[1]), Day(w[2]), int.Parse(w[3]), w.Contains("指定なし") ? Registration.NotNamed : Registration.Named)),
            Stays = All(lines["入院"], w => new HospitalStay(Day(w[0]), Day(w[1]))),
            OtherStationDays = All(lines["他ステーション"], w => Day(w[0])),
            AroundTheClockAgreements = All(lines["同意"], w => Day(w[0])),
        };
        return new() {
            Standards = All(lines["届出"], w => new HeldStandard(w[0], Day(w[1]), null)),
            DiseaseCodes = Set(lines["傷病名"]), ModifierCodes = Set(lines["傷病名"]), CommentCodes = Set(lines["コメント"]),
            Patients = new Dictionary<string, PatientContext> { [ChartNumber] = patient },
        };
    }

    private static List<T>? All<T>(IEnumerable<string[]> lines, Func<string[], T> read) => lines.Select(read).ToList() is { Count: > 0 } list ? list : null;

    private static HashSet<string>? Set(IEnumerable<string[]> lines) => lines.SelectMany(w => w).ToHashSet() is { Count: > 0 } set ? set : null;

    private static DateOnly Day(string yyyymmdd) => DateOnly.ParseExact(yyyymmdd, "yyyyMMdd");

    private static TimeOnly Time(string hhmm) => TimeOnly.ParseExact(hhmm, "HHmm");
}
