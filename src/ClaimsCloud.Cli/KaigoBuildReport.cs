using System.Text.Json;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary>What a care build came to: the file, claims with their amounts and plan, patients kept back, everything found. The JSON is described in this project's README.</summary>
internal sealed class KaigoBuildReport(BundleReading reading) {
    private readonly List<BundleFinding> _findings = [.. reading.Findings];
    private readonly List<CareClaim> _claims = [];
    private readonly List<(string Patient, DecidedVisit Visit)> _payers = [];
    private readonly List<string> _keptBack = [.. reading.RefusedPatients];
    private string? _path;
    private IReadOnlyList<Finding> _fileFindings = [];

    public IReadOnlyList<CareClaim> Claims => _claims;

    public bool StationIsRefused => _findings.Exists(f => f.Patient.Length == 0 && f.KeepsBack);

    /// <summary>1 when a patient is kept back or a person must look at something.</summary>
    public ExitCode Exit => _keptBack.Count > 0 || _findings.Exists(f => f.Verdict == Verdict.Fail && f.Severity < Severity.Hint) || _fileFindings.Any(f => f.IsError) ? ExitCode.Findings : ExitCode.Clean;

    public void Add(IEnumerable<BundleFinding> findings) => _findings.AddRange(findings);

    public void Add(CarePatientClaims patient) {
        _findings.AddRange(patient.Findings);
        _claims.AddRange(patient.Claims);
        _payers.AddRange(patient.Payers.Select(v => (patient.Patient, v)));
        if (patient.IsKeptBack) _keptBack.Add(patient.Patient);
    }

    /// <param name="findings">What <c>kaigo check</c> says about it.</param>
    public void File(string path, IReadOnlyList<Finding> findings) => (_path, _fileFindings) = (path, findings);

    public void Save(string path) {
        using var file = System.IO.File.Create(path);
        Json(file);
    }

    public void Print(bool json) {
        using var output = Console.OpenStandardOutput();
        if (json) {
            Json(output);
            return;
        }
        using var text = new StreamWriter(output);
        BundleText.Write(text, reading with { Findings = _findings });
        if (_path is not null) text.WriteLine($"{_path}　{_claims.Count:N0}件");
        foreach (var finding in _fileFindings) FindingOutput.Write(text, finding);
        if (_keptBack.Count > 0) text.WriteLine($"請求に入れなかった利用者 {_keptBack.Count:N0}人: {string.Join('、', _keptBack)}");
        text.WriteLine($"請求 {_claims.Count:N0}件　費用 {_claims.Sum(c => c.CostYen):N0}円　保険 {_claims.Sum(c => c.InsuranceYen):N0}円　公費 {_claims.Sum(c => c.PublicYen):N0}円　利用者 {_claims.Sum(c => c.PayableYen):N0}円");
    }

    private void Json(Stream output) {
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartObject();
        json.WriteString("path", _path);
        json.WriteStartArray("claims");
        foreach (var claim in _claims) Write(json, claim);
        json.WriteEndArray();
        json.WriteStartArray("payers");
        foreach (var (patient, visit) in _payers) Write(json, patient, visit);
        json.WriteEndArray();
        json.WriteStartArray("keptBack");
        foreach (var patient in _keptBack.Order(StringComparer.Ordinal)) json.WriteStringValue(patient);
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in _findings) CheckBundle.Write(json, finding);
        json.WriteEndArray();
        json.WriteStartArray("fileFindings");
        foreach (var finding in _fileFindings) FindingOutput.Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string patient, DecidedVisit visit) {
        json.WriteStartObject();
        json.WriteString("patient", patient);
        json.WriteString("visit", visit.Visit);
        json.WriteString("date", visit.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("payer", visit.Decision.Payer == VisitPayer.Care ? "care" : "medical");
        json.WriteString("reason", visit.Decision.Reason);
        json.WriteBoolean("sure", visit.Decision.IsSure);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CareClaim claim) {
        json.WriteStartObject();
        json.WriteString("patient", claim.Patient.Key);
        json.WriteString("form", claim.IsPrevention ? "7132" : "7131");
        json.WriteString("insurer", claim.Insurance.InsurerNumber);
        json.WriteNumber("planUnits", claim.PlanUnits);
        json.WriteNumber("limitedUnits", claim.LimitedUnits);
        json.WriteNumber("unlimitedUnits", claim.UnlimitedUnits);
        json.WriteNumber("costYen", claim.CostYen);
        json.WriteNumber("insuranceYen", claim.InsuranceYen);
        json.WriteNumber("publicYen", claim.PublicYen);
        json.WriteNumber("overPlanYen", claim.OverPlanYen);
        json.WriteNumber("payableYen", claim.PayableYen);
        json.WriteStartArray("planDifferences");
        foreach (var difference in claim.PlanDifferences) {
            json.WriteStartObject();
            json.WriteString("item", difference.ServiceItem);
            json.WriteNumber("plannedCount", difference.PlannedCount);
            json.WriteNumber("actualCount", difference.ActualCount);
            json.WriteNumber("plannedUnits", difference.PlannedUnits);
            json.WriteNumber("actualUnits", difference.ActualUnits);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
