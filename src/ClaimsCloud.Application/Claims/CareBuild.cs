using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Claims;

/// <summary>The care claims of a month's records, with the station's own codes and settings, less those that 国保連合会 has already.</summary>
internal sealed class CareBuild {
    private readonly MonthBundle bundle;
    private readonly Dictionary<string, CarePatientClaims> patients;
    private readonly CareAccount account;

    private CareBuild(MonthBundle bundle, CareSettings settings, CareServiceCodes codes, IReadOnlyList<BundleFinding> problems, Dictionary<string, CarePatientClaims> patients, CareAccount account, ServiceMonth processing) {
        (this.bundle, this.patients, this.account) = (bundle with { BillingMonth = processing }, patients, account);
        (Settings, Codes, Problems) = (settings, codes, problems);
    }

    public CareSettings Settings { get; }
    public CareServiceCodes Codes { get; }

    /// <summary>Why no care claim of the station can leave.</summary>
    public IReadOnlyList<BundleFinding> Problems { get; }

    /// <summary>The records with the month in which the file will be sent.</summary>
    public MonthBundle Bundle => bundle;

    public IEnumerable<CarePatientClaims> Patients => patients.Values;

    public static async Task<CareBuild> Of(MonthBundle bundle, TenantScope tenant, CancellationToken stop) {
        var setup = await CareSetup.Of(tenant, stop);
        var problems = MonthCareClaims.StationProblems(bundle);
        // A station without an office number bills its care visits elsewhere, or does not know that it has to.
        if (bundle.Station.CareOfficeNumber.Length == 0) problems = [.. problems.Select(p => p with { Severity = Severity.Hint })];
        var codes = new CareServiceCodes(bundle.Month, await setup.ImportedCodes(tenant, stop));
        var built = problems.Count > 0 ? [] : MonthCareClaims.Build(bundle, codes, setup.Settings).ToDictionary(p => p.Patient);
        return new(bundle, setup.Settings, codes, problems, built, await CareAccounts.Of([bundle.Month.ToString()], tenant, stop),
            CareWindow.ProcessingMonth(bundle.Station.CareOfficeNumber, bundle.BillingMonth, tenant.Today()));
    }

    /// <summary>What was said of a patient, and the claims that may be sent; null for a patient without care insurance.</summary>
    public CarePatientClaims? Of(string patient) {
        if (!patients.TryGetValue(patient, out var built)) return null;
        var (claims, findings) = (new List<CareClaim>(), new List<BundleFinding>(built.Findings));
        foreach (var claim in built.Claims)
            if (account.InTheWay(c => c.IsOf(claim)) is { } sent) findings.Add(AlreadySent(patient, sent));
            else claims.Add(claim);
        return built with { Claims = claims, Findings = findings };
    }

    private static BundleFinding AlreadySent(string patient, CareItem sent) {
        var rule = CareBuildRules.AlreadySent;
        var what = sent.State switch { CareState.Held => "保留中です。送り直しません", CareState.Paid => "支払済みです", _ => "審査の結果を待っています" };
        return new(rule.Code, rule.Severity, Verdict.Fail, patient, BundlePlace.Row("patients", patient), $"{sent.Sending.ProcessingMonth}に送った請求が{what}。", rule.Fix, rule.Source);
    }
}
