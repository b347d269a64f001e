using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>The lines of one claim as they come together: equal codes with equal remarks are one line.</summary>
/// <param name="publics">Number of programmes that the claim may have.</param>
internal sealed class CareSheet(CareStationMonth month, string type, int publics, CareFindingList findings) {
    private readonly SortedDictionary<(string Item, string Remarks), CareClaimLine> _lines = new(Comparer<(string Item, string Remarks)>.Create((a, b) =>
        string.CompareOrdinal(a.Item, b.Item) is var item and not 0 ? item : string.CompareOrdinal(a.Remarks, b.Remarks)));

    /// <summary>Units of the visits themselves, the base of rates and of 同一建物減算; and of them what each programme pays for.</summary>
    public long VisitUnits { get; private set; }
    public long[] PublicVisitUnits { get; } = new long[publics];

    public IReadOnlyList<CareClaimLine> Lines => [.. _lines.Values];

    public void AddVisit(Visit visit, CareVisitCode code, int count, ReadOnlySpan<bool> paidBy) {
        if (month.Codes.Find(type, code) is not { } found) {
            findings.Add(CareBuildRules.NoCode, BundlePlace.Row("visits", visit.Key), $"{visit.Date:M月d日}の訪問に合うサービスコード（種類{type}）がありません。");
            return;
        }
        Add(found, count, paidBy, "");
        VisitUnits += found.Units!.Value * (long)count;
        for (var k = 0; k < publics; k++)
            if (paidBy[k]) PublicVisitUnits[k] += found.Units.Value * (long)count;
    }

    /// <summary>ハ: one price for the month's visits, in the limit; 単位数 is left out of the line (サービス事業所編 p.38-1).</summary>
    /// <returns>False when the table has no such code.</returns>
    public bool AddLinkedMonth(string name, ReadOnlySpan<bool> paidBy) {
        if (month.Codes.Named(type, name) is not { Units: { } units } code) return false;
        var paid = paidBy.ToArray();
        if (code.Certainty == Certainty.Doubtful) findings.Doubt(CareDoubts.Code, $"サービスコード{code.Type}{code.Item}（{code.Name}）は公式の表で確かめていません。");
        findings.Doubt(CareDoubts.LinkedVisits, $"1か月を{code.Name}（{units:N0}単位）で算定しています。");
        _lines[(code.Item, "")] = new(code, null, 1, units, [.. paid.Select(p => p ? 1 : 0)], [.. paid.Select(p => p ? (long)units : 0)], true, "");
        VisitUnits += units;
        for (var k = 0; k < publics; k++)
            if (paid[k]) PublicVisitUnits[k] += units;
        return true;
    }

    /// <summary>An addition with units of its own. Without a code nothing is billed, and a finding says so.</summary>
    public void Add(CareAddition addition, int count, ReadOnlySpan<bool> paidBy, string remarks) {
        if (CodeOf(addition) is { } code) Add(code, count, paidBy, remarks);
    }

    /// <summary>A rate of other units: computed once for the month, rounded half up.</summary>
    public void AddRate(CareAddition addition, long units, ReadOnlySpan<long> publicUnits) {
        if (CodeOf(addition) is not { RateTenths: { } rate } code) return;
        var shares = new long[publics];
        for (var k = 0; k < publics; k++) shares[k] = Share(publicUnits[k], rate);
        var amount = Share(units, rate);
        var reduction = addition is CareAddition.BuildingOne or CareAddition.BuildingTwo;
        var limited = reduction ? month.Settings.BuildingReductionUnits == BuildingReductionUnits.InsideLimit : CareServiceCodes.IsLimited(code)!.Value;
        if (reduction) findings.Doubt(CareDoubts.BuildingReduction, $"{code.Name}を{(limited ? "限度額の対象" : "限度額の対象外")}に入れています。");
        findings.Doubt(CareDoubts.RateBase, $"{code.Name}は訪問の単位数の計から計算しています。");
        _lines[(code.Item, "")] = new(code, reduction ? null : (int)amount, 1, amount, [.. shares.Select(s => s == 0 ? 0 : 1)], shares, limited, "");
    }

    private CareServiceCode? CodeOf(CareAddition addition) {
        var code = month.Codes.Find(type, addition);
        if (code?.Certainty == Certainty.Doubtful) findings.Doubt(CareDoubts.Code, $"サービスコード{code.Type}{code.Item}（{code.Name}）は公式の表で確かめていません。");
        if (code is null) findings.Add(CareBuildRules.NoAdditionCode, BundlePlace.Whole, $"加算（{Words.Write(addition)}）のサービスコード（種類{type}）がないため、算定していません。");
        return code;
    }

    private void Add(CareServiceCode code, int count, ReadOnlySpan<bool> paidBy, string remarks) {
        var before = _lines.GetValueOrDefault((code.Item, remarks));
        int[] counts = publics == 0 ? [] : new int[publics];
        for (var k = 0; k < publics; k++) counts[k] = (before?.PublicCounts[k] ?? 0) + (paidBy[k] ? count : 0);
        var all = (before?.Count ?? 0) + count;
        var each = code.Units ?? 0;
        _lines[(code.Item, remarks)] = new(code, each, all, each * (long)all, counts, publics == 0 ? [] : [.. counts.Select(c => each * (long)c)], CareServiceCodes.IsLimited(code) ?? false, remarks);
    }

    /// <summary>Half up, away from zero for a deduction.</summary>
    private static long Share(long units, int tenths) => ((units * Math.Abs(tenths)) + 500) / 1000 * Math.Sign(tenths);
}
