using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Cards;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>What オンライン資格確認 knows of the station's patients, for those who make and check claims (decision 014). Read once for a run.</summary>
internal sealed class CardChecks {
    /// <summary>Rules about claims that say what a hold says.</summary>
    public static readonly IReadOnlyList<string> Rules = ["B11a", "B11b"];

    private readonly TenantScope _tenant;
    private readonly Dictionary<string, Stored<EligibilityPerson>> _people;

    private CardChecks(TenantScope tenant, Dictionary<string, Stored<EligibilityPerson>> people) => (_tenant, _people) = (tenant, people);

    public static async Task<CardChecks> Read(TenantScope tenant, CancellationToken stop) => new(tenant, await tenant.EligibilityPeople(stop));

    /// <summary>Periods that the newest answer confirms; null when nobody asked, or the answer says nothing for certain.</summary>
    public IReadOnlyList<EligiblePeriod>? Periods(string patient) => ConfirmedPeriods.Of(Person(patient)?.Answer);

    /// <summary>Who let the patient's held claims of the month go, and why; null while nobody does.</summary>
    public HoldReleased? Release(string patient, string month) => Person(patient)?.ReleaseOf(month);

    /// <summary>The same as long as neither an answer nor a person says another thing of these patients' cards in the month: a check that was made with it need not be made again.</summary>
    public string Told(string month, IEnumerable<string> patients) {
        var last = MonthReads.Parse(month)!.Value.LastDay;
        var lines = patients.Distinct().Order(StringComparer.Ordinal).Select(p =>
            $"{p}\t{Release(p, month)?.At:O}\t{(Periods(p) is { } told ? string.Join('|', told.Select(t => $"{t.Card} {t.From:O} {t.To:O} {(t.ConfirmedOn > last ? last : t.ConfirmedOn):O}")) : "?")}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    /// <summary>Why the patient's claims of the month are held; overridden when a person let them go. Empty without an answer: then the month's own cards decide.</summary>
    public IEnumerable<BundleFinding> Holds(Sheet sheet) {
        if (Person(sheet.Patient) is not { Answer: { } answer } person) return [];
        var forecast = EligibilityForecast.Of(MonthReads.Parse(sheet.Month)!.Value, sheet.MedicalVisits(), sheet.Rows, answer, person.Aid, _tenant.Today());
        if (forecast.Outcome != ForecastOutcome.Hold) return [];
        var release = Release(sheet.Patient, sheet.Month);
        return forecast.Findings.Where(f => f is { Severity: Severity.ClaimRefused, Verdict: Verdict.Fail }).Select(f => new BundleFinding(f.Code, f.Severity, release is null ? Verdict.Fail : Verdict.Overridden, sheet.Patient,
            new("insuranceCards", "", ""), release is null ? f.Message : $"{f.Message}保留は解除されています（理由：{release.Why}）。", f.Fix, f.Source));
    }

    private EligibilityPerson? Person(string patient) => _people.GetValueOrDefault(EligibilityPerson.IdOf(patient, _tenant))?.Value;
}
