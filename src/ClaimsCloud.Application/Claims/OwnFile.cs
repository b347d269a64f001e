using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Application.Claims;

/// <summary>Beside a claim file under check: what the station's records said when it was made, what オンライン資格確認 says, and which row of them a finding goes back to. Empty for a file from elsewhere.</summary>
internal sealed class OwnFile {
    private static readonly Dictionary<string, string> Tables = new() {
        ["RE"] = "patients", ["HO"] = "insuranceCards", ["SN"] = "insuranceCards", ["MF"] = "limitCertificates", ["KO"] = "publicExpenses", ["JD"] = "visits", ["IH"] = "instructions", ["HJ"] = "instructions",
        ["JS"] = "conditions", ["SY"] = "diseases", ["RJ"] = "residences", ["TJ"] = "informationLetters", ["TZ"] = "visits", ["KS"] = "visits", ["CO"] = "notes", ["KA"] = "visits",
    };

    private readonly string? month;
    private readonly Dictionary<string, OwnClaim> claims = new(StringComparer.Ordinal);
    private readonly List<ClaimReasons> reasons = [];

    private OwnFile(OwnRecords? own, FeeSchedules fees) => (month, Context) = (own?.Month, new() { Schedules = fees, Standards = own?.Standards });

    public CheckContext Context { get; private set; }

    /// <summary>Holds of オンライン資格確認 that a person took on herself: the rules that say the same are settled with them.</summary>
    public IReadOnlyList<FindingOverride> Released { get; private set; } = [];

    /// <summary>What was told of the file's cards when it was read, <see cref="CardChecks.Told"/>; null for a file from elsewhere.</summary>
    public string? CardsTold { get; private set; }

    public static async Task<OwnFile> Read(string fileId, ClaimFile file, TenantScope tenant, CancellationToken stop) {
        var own = new OwnFile(file.Own, tenant.Fees);
        if (file.Own is null) return own;
        await foreach (var claim in new RowsReader<OwnClaim>(tenant.Blobs, OwnRecords.Blob(fileId)).All(stop)) own.claims.Add(claim.Key, claim);
        await foreach (var claim in new RowsReader<ClaimReasons>(tenant.Blobs, ClaimBuild.ReasonsBlob(fileId)).All(stop)) own.reasons.Add(claim);
        // Unlike the records, answers are taken as they are now: a file that was built before an answer came is checked by it (decision 014).
        var cards = await CardChecks.Read(tenant, stop);
        own.Context = own.Context with { Patients = own.claims.ToDictionary(c => c.Key, c => c.Value.Known with { Eligibility = cards.Periods(c.Value.Patient) }) };
        own.Released = [.. own.claims.Values.SelectMany(c => cards.Release(c.Patient, file.Own.Month) is { } release
            ? CardChecks.Rules.Select(code => new FindingOverride(code, c.Key, release.Actor, release.Why, MonthReads.Parse(file.Own.Month)!.Value)) : [])];
        own.CardsTold = cards.Told(file.Own.Month, own.claims.Values.Select(c => c.Patient));
        return own;
    }

    /// <summary>Null for a file from elsewhere, and for what is in no claim.</summary>
    public RecordTrace? Trace(Finding finding, ClaimHeading? claim) {
        if (month is null || claim is null || !claims.TryGetValue(claim.ChartNumber, out var own) || finding.Place.Record is not { } record || !Tables.TryGetValue(record, out var table)) return null;
        return new(month, own.Patient, table, record == "KA" ? VisitOf(finding.Place.Line, claim) : null);
    }

    /// <summary>Fee lines end the claim: a line is known by its distance from the end.</summary>
    private string? VisitOf(int? line, ClaimHeading claim) {
        if (line is null || claim.Number > reasons.Count) return null;
        var lines = reasons[claim.Number - 1].Lines;
        var index = line.Value - (claim.FirstLine + claim.Lines - lines.Count);
        return index >= 0 && index < lines.Count && lines[index].Rows is [var key, ..] ? key : null;
    }
}
