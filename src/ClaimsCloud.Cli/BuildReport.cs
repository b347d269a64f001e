using System.Text.Json;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims.Building;

namespace ClaimsCloud.Cli;

/// <summary>What a build came to: files, claims with their amounts, patients kept back, everything found. The JSON is described in this project's README.</summary>
internal sealed class BuildReport(BundleReading reading) {
    private readonly List<BundleFinding> _findings = [.. reading.Findings];
    private readonly List<PatientClaims> _patients = [];
    private IReadOnlyList<WrittenFile> _files = [];

    public bool StationIsRefused => _findings.Exists(f => f.Patient.Length == 0 && f.KeepsBack);

    /// <summary>1 when a patient is kept back or a person must look at something.</summary>
    public ExitCode Exit => _patients.Exists(p => p.Fate == ClaimFate.KeptBack) || reading.RefusedPatients.Count > 0 || _findings.Exists(f => f.Verdict == Verdict.Fail && f.Severity < Severity.Hint)
        || _files.Any(f => f.Findings.Any(x => x.IsError)) ? ExitCode.Findings : ExitCode.Clean;

    public void Add(IEnumerable<BundleFinding> findings) => _findings.AddRange(findings);

    /// <summary>Keeps amounts, not records: a report does not grow with the lines.</summary>
    public void Add(PatientClaims patient) {
        _findings.AddRange(patient.Findings);
        _patients.Add(patient with { Claims = [.. patient.Claims.Select(c => c with { Records = [], Lines = [] })], Findings = [] });
    }

    public void Add(IReadOnlyList<WrittenFile> files) => _files = files;

    public void Save(string path) {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = File.Create(path);
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
        foreach (var file in _files) {
            text.WriteLine($"{file.Path}　{file.Claims:N0}件　点検の誤り {file.Findings.Count(f => f.IsError):N0}件");
            foreach (var finding in file.Findings.Where(f => f.IsError)) text.WriteLine($"    レセプト{finding.Place.Claim} {finding.Code}　{finding.Message}");
        }
        var keptBack = _patients.Where(p => p.Fate == ClaimFate.KeptBack).Select(p => p.Patient).ToList();
        if (keptBack.Count > 0) text.WriteLine($"請求に入れなかった利用者 {keptBack.Count:N0}人: {string.Join('、', keptBack)}");
        text.WriteLine($"請求 {_patients.Sum(p => p.Claims.Count):N0}件　合計 {_patients.SelectMany(p => p.Claims).Sum(c => (long)c.Invoice.TotalYen):N0}円　利用者負担 {_patients.SelectMany(p => p.Claims).Sum(c => (long)c.Invoice.PayableYen):N0}円");
    }

    private void Json(Stream output) {
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var file in _files) {
            json.WriteStartObject();
            json.WriteString("payer", file.Payer);
            json.WriteString("path", file.Path);
            json.WriteNumber("claims", file.Claims);
            json.WriteNumber("errors", file.Findings.Count(f => f.IsError));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (var claim in _patients.SelectMany(p => p.Claims)) Write(json, claim);
        json.WriteEndArray();
        json.WriteStartArray("keptBack");
        foreach (var patient in _patients.Where(p => p.Fate == ClaimFate.KeptBack).Select(p => p.Patient).Concat(reading.RefusedPatients).Order(StringComparer.Ordinal)) json.WriteStringValue(patient);
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in _findings) CheckBundle.Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BuiltClaim claim) {
        json.WriteStartObject();
        json.WriteString("key", claim.Key);
        json.WriteString("patient", claim.Patient);
        json.WriteString("payer", claim.ReviewOrganization);
        json.WriteString("claimType", claim.ClaimType);
        json.WriteNumber("totalYen", claim.Invoice.TotalYen);
        json.WriteNumber("patientYen", claim.Invoice.PayableYen);
        json.WriteEndObject();
    }
}
