using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>Who bears what of a claim: the insurer's ratio and limit first, then the programmes in their order, each on the lines that it covers.</summary>
internal sealed class CopayCalculation(ClaimPart part) {
    private const string Source = "電子レセプトの作成手引き p.8・p.10、高額療養費の現物給付";
    private readonly PatientMonth _month = part.Month;

    public ClaimAmounts Run() {
        if (part.Card is null) return PublicOnly();
        var total = part.TotalOf(Payers.Insurer);
        var rate = 100 - part.Card.BenefitPercent;
        var limits = part.Limit;
        var share = Percent(total, rate);
        var limit = limits.Of(total);
        var reached = limit is { } cap && cap < share;
        var copay = reached ? limit!.Value : share;
        var reduction = part.Reduction;
        var reduced = Reduced(copay, reduction);
        var programmes = Programmes(reached ? t => Math.Min(limits.Of(t) ?? int.MaxValue, Percent(t, rate)) : t => Percent(t, rate), total, reached);
        var recorded = reached || reduction is { Kind: "1" } ? reduced : (int?)null;
        return new(new(part.DaysOf(Payers.Insurer), total, recorded, null), programmes.Amounts,
            !reached ? LimitReached.No : limits.Count == LimitCount.Repeated ? LimitReached.Repeated : LimitReached.Usual,
            Math.Max(0, reduced - programmes.Relieved) + programmes.OutsideInsurance);
    }

    private ClaimAmounts PublicOnly() {
        var programmes = Programmes(static _ => 0, 0, reached: false);
        return new(null, programmes.Amounts, LimitReached.No, programmes.OutsideInsurance);
    }

    /// <param name="insuredShare">The patient's share of an insured cost before any programme.</param>
    private (List<PayerAmount> Amounts, int Relieved, int OutsideInsurance) Programmes(Func<int, int> insuredShare, int insuredTotal, bool reached) {
        // Then the insurer has a share in every line.
        if (part.PublicExpenses.Count == 0) return ([], 0, 0);
        var amounts = new List<PayerAmount>();
        var groups = Burdens(insuredShare);
        var before = groups.Where(g => g.IsInsured).Sum(g => g.Share);
        var partial = part.PublicExpenses.Select((_, i) => ClaimPart.PublicAt(i)).Where(p => part.InsuredTotalOf(p) is var insured && insured > 0 && insured < insuredTotal).ToList();
        if (reached && partial.Count > 1)
            _month.Findings.RefuseNotChecked("L02b", BundlePlace.Row("publicExpenses", part.PublicExpenses[0].Key), "高額療養費の現物給付と一部の訪問だけの公費が2種以上重なり、負担額を確かめられません。",
                "公費ごとの給付対象額を確かめて請求してください。", Source);
        for (var i = 0; i < part.PublicExpenses.Count; i++) {
            var payer = ClaimPart.PublicAt(i);
            var covered = groups.Where(g => (g.Payers & payer) != Payers.None).ToList();
            var open = covered.Sum(g => g.Share);
            var own = OwnShare(part.PublicExpenses[i], covered.Sum(g => g.Cost), open);
            Relieve(covered, open - (own ?? 0));
            int? coveredCopay = reached && partial.Contains(payer) ? insuredShare(covered.Where(g => g.IsInsured).Sum(g => g.Cost)) : null;
            if (!reached && partial.Contains(payer))
                _month.Findings.NotChecked("L02c", BundlePlace.Row("publicExpenses", part.PublicExpenses[i].Key), "公費が一部の訪問だけを対象とする場合の公費給付対象一部負担金は、要否を確かめられないため記録していません。",
                    "記載要領を確かめてください。", Source);
            amounts.Add(new(part.DaysOf(payer), part.TotalOf(payer), own, coveredCopay));
        }
        return (amounts, before - groups.Where(g => g.IsInsured).Sum(g => g.Share), groups.Where(g => !g.IsInsured).Sum(g => g.Share));
    }

    /// <summary>One for each set of payers, in their order.</summary>
    private List<Burden> Burdens(Func<int, int> insuredShare) {
        Span<int> yen = stackalloc int[(int)Payers.FourthPublic << 1];
        foreach (var line in part.Lines) yen[(int)line.Payers] += line.Fee.Yen;
        var burdens = new List<Burden>();
        for (var payers = 0; payers < yen.Length; payers++)
            if (yen[payers] > 0) burdens.Add(new((Payers)payers, yen[payers], ((Payers)payers & Payers.Insurer) != Payers.None ? insuredShare : null));
        return burdens;
    }

    /// <summary>What the programme leaves to the patient; null: it knows no share of the patient.</summary>
    private static int? OwnShare(PublicExpenseCertificate certificate, int cost, int open) {
        if (certificate.SharePercent == 0 && certificate.MonthlyCapYen is null) return null;
        var share = certificate.SharePercent == 0 ? open : Math.Min(open, Percent(cost, certificate.SharePercent));
        return certificate.MonthlyCapYen is { } cap ? Math.Min(share, Math.Max(0, cap - certificate.UsedElsewhereYen)) : share;
    }

    /// <summary>Takes the yen off the groups in their order: only their sum is recorded.</summary>
    private static void Relieve(List<Burden> groups, int yen) {
        foreach (var group in groups) {
            var off = Math.Min(group.Share, yen);
            group.Share -= off;
            yen -= off;
        }
    }

    /// <summary>減額: by rate or by amount (手引き p.8: 80,430 × 50 % = 40,215). 免除 and 支払猶予 leave nothing to pay at the counter.</summary>
    private static int Reduced(int copay, CopayReduction? reduction) => reduction switch {
        null => copay,
        { Kind: "1", Percent: { } percent } => copay - Percent(copay, percent),
        { Kind: "1", Yen: { } yen } => Math.Max(0, copay - yen),
        { Kind: "1" } => copay,
        _ => 0,
    };

    /// <summary>Half a yen and more is a yen.</summary>
    private static int Percent(int yen, int percent) => (int)((((long)yen * percent) + 50) / 100);

    /// <summary>Lines with the same payers, and what of them is still the patient's.</summary>
    private sealed class Burden(Payers payers, int cost, Func<int, int>? insuredShare) {
        public Payers Payers => payers;
        public int Cost => cost;
        public bool IsInsured => insuredShare is not null;
        public int Share { get; set; } = insuredShare?.Invoke(cost) ?? cost;
    }
}
