using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>What a check has to say about one claim, or about lines that belong to none.</summary>
/// <param name="Claim">Null for what belongs to no claim.</param>
/// <param name="BytesRead">How far the check has come in the file.</param>
/// <param name="Coverage">Which rules looked at the claim; null for what is no claim.</param>
public sealed record CheckedPart(ClaimHeading? Claim, IReadOnlyList<Finding> Findings, long BytesRead, CheckCoverage? Coverage);

/// <param name="Readable">False when no record of a claim file was found in it: it is something else.</param>
/// <param name="TotalYen">Sum of the claims' 合計金額; null when a claim has none that can be read.</param>
/// <param name="ClaimMonth">請求年月 as YYYYMM, as recorded.</param>
/// <param name="Payer">審査支払機関 code: 1 支払基金, 2 国保連合会.</param>
/// <param name="StationCode">Seven digits, as recorded.</param>
public sealed record ClaimFileTotals(bool Readable, int Claims, long? TotalYen, string? ClaimMonth, string? Payer, string? StationCode);

/// <summary>Runs every rule over a claim file as it streams by. It takes any bytes and never throws for them; it runs once.</summary>
/// <param name="file">Read to its end, not closed.</param>
/// <param name="setup">What is known beside the file and what the station wants to hear.</param>
public sealed class ClaimFileCheck(Stream file, CheckSetup setup) {
    private static readonly ClaimSpec Spec = ClaimSpec.Release202406;
    private static readonly RecordCheck[] ChecksOfPlainLines = [.. RuleCatalog.RecordChecks.Where(c => c is not CharacterCheck)];

    private readonly FileCheck[] _fileChecks = RuleCatalog.FileChecks();
    private readonly CoverageTally _coverage = new();
    private readonly KnownLines _lines = new();
    private readonly FieldsInOrder _inOrder = new();
    private readonly ClaimFacts _facts = new(setup.Context);
    private ClaimFileTotals _totals = new(false, 0, 0, null, null, null);

    /// <summary>Checks a file of which nothing else is known.</summary>
    /// <param name="file">Read to its end, not closed.</param>
    public ClaimFileCheck(Stream file) : this(file, CheckSetup.Plain) { }

    /// <summary>What the file holds; whole when <see cref="Run"/> has come to its end.</summary>
    public ClaimFileTotals Totals => _totals;

    /// <summary>Which rules looked at how many claims, in the order of their codes; whole when <see cref="Run"/> has come to its end.</summary>
    public IReadOnlyList<RuleCoverage> Coverage => _coverage.Rules();

    public IEnumerable<CheckedPart> Run() {
        var findings = new Findings(setup.Switches, _coverage);
        ClaimCheck[] claimChecks = [.. RuleCatalog.ClaimChecks, .. setup.OwnRules.Select(r => new OwnRuleCheck(r))];
        var plans = new ClaimPlans(RuleCatalog.AllOf(_fileChecks, claimChecks), setup.Switches);
        var reader = new RecordReader(file);
        while (reader.Read() is { } block) {
            var claim = block.IsClaim ? new Claim(block, _totals.Claims + 1) : null;
            Count(block, claim);
            findings.Claim = claim?.Number;
            if (claim is not null) _facts.Read(claim, _lines);
            InspectBlock(block, claim, findings);
            yield return claim is null ? new(null, findings.Take(), reader.BytesRead, null) : InspectClaim(claim, plans, findings, reader.BytesRead);
        }
        findings.Claim = null;
        foreach (var check in _fileChecks) check.End(reader.BytesRead, findings);
        yield return new(null, findings.Take(), reader.BytesRead, null);
    }

    private void InspectBlock(RecordBlock block, Claim? claim, Findings findings) {
        var facts = claim is null ? null : _facts;
        foreach (var check in _fileChecks) check.Inspect(block, facts, findings);
        var history = false;
        for (var i = 0; i < block.Count; i++) {
            var record = block[i];
            var layout = Spec.Record(record);
            // Behind the last KA of a re-claim stands its history, byte for byte as the payer gave it; SearchNumberGiven says that it is not checked.
            history |= layout is null && claim?.Common.SearchNumber is not null && i > 0 && block[i - 1].IdBytes.SequenceEqual("KA"u8);
            if (history) continue;
            var place = _lines.PlaceOf(record);
            if (place != KnownLines.NoPlace && _lines.InOrder(place)) continue;
            var before = findings.Said;
            InspectRecord(new RecordView(record, layout), findings);
            if (layout is not null) InspectFields(record, FieldPlan.All[layout.Order], findings);
            if (place != KnownLines.NoPlace) _lines.InOrder(place) = findings.Said == before;
        }
    }

    private CheckedPart InspectClaim(Claim claim, ClaimPlans plans, Findings findings, long bytesRead) {
        var plan = plans.For(_facts.Available, _facts.Month);
        _coverage.Claim(plan);
        foreach (var check in plan.Checks) check.Inspect(_facts, findings);
        _facts.Remember(_lines);
        var partly = findings.TakePartly();
        return new(claim.Heading, Overridden(findings.Take()), bytesRead, partly.Count == 0 ? plan.Coverage : plan.Coverage with { Partly = partly });
    }

    private IReadOnlyList<Finding> Overridden(IReadOnlyList<Finding> found) => found.Count == 0 || setup.Overrides.IsEmpty ? found
        : [.. found.Select(f => setup.Overrides.Apply(f, _facts.Common.ChartNumber, _facts.Month))];

    private static void InspectRecord(in RecordView line, Findings findings) {
        foreach (var check in line.IsPlain ? ChecksOfPlainLines : RuleCatalog.RecordChecks) check.Inspect(line, findings);
    }

    private void InspectFields(in Record record, FieldPlan[] plans, Findings findings) {
        var next = 0;
        foreach (var bytes in record.Fields) {
            if (next == plans.Length) return;
            var plan = plans[next++];
            if (bytes.IsEmpty || _inOrder.Has(plan.Number, bytes)) continue;
            var before = findings.Said;
            var field = new FieldView(record, plan.Layout, bytes);
            foreach (var check in plan.Checks) check.Inspect(field, findings);
            if (findings.Said == before) _inOrder.Add(plan.Number, bytes);
        }
    }

    private void Count(RecordBlock block, Claim? claim) {
        if (claim is not null) {
            _totals = _totals with { Readable = true, Claims = claim.Number, TotalYen = _totals.TotalYen + claim.TotalYen };
        } else if (_totals.StationCode is null && block[0].IdBytes.SequenceEqual("HM"u8)) {
            var station = new StationRecord(block[0]);
            _facts.BillingMonth = station.BillingMonth;
            _totals = _totals with {
                Readable = true, ClaimMonth = station.BillingMonth?.ToString(), Payer = station.ReviewOrganization, StationCode = station.StationCode,
            };
        }
    }
}
