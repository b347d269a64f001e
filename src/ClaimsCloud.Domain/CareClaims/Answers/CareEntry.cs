using ClaimsCloud.Domain.CareClaims.Amounts;

namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>A claim while its account is made.</summary>
internal sealed class CareEntry {
    private readonly List<CareAnswerLine> _reasons = [];
    private long _units;

    public CareEntry(CareSending sending) {
        Sending = sending;
        _units = sending.Claim.Units;
        (Insurance, Publics) = (Claim.InsuranceYen, Claim.Publics.Where(p => p.Yen != 0).GroupBy(p => p.Payer.TrimStart('0')).ToDictionary(p => p.Key, p => p.Sum(s => s.Yen)));
    }

    public CareSending Sending { get; }
    public SentCareClaim Claim => Sending.Claim;
    public CareState State { get; private set; }
    public string ReviewMonth { get; private set; } = "";

    /// <summary>What the insurer has to pay, after 査定.</summary>
    public long Insurance { get; private set; }

    /// <summary>What each public payer has to pay, by its number; payers of nothing are left out.</summary>
    public Dictionary<string, long> Publics { get; private set; }

    /// <summary>What 再審査 changed.</summary>
    public long Reviewed { get; private set; }

    public bool Is(CareAnswerLine line) => line.ServiceMonth == Claim.ServiceMonth && line.Insured == Claim.Insured && (line.ServiceType.Length == 0 || line.ServiceType == Claim.ServiceType)
        && string.CompareOrdinal(Sending.ProcessingMonth, line.ReviewMonth) <= 0 && (line.Payer.Length == 0 || line.Payer == Claim.Insurer || Claim.Publics.Any(p => p.Payer.TrimStart('0') == line.Payer));

    public void Tell(CareAnswerLine line, CareState state) {
        _reasons.Add(line);
        (State, ReviewMonth) = (state, line.ReviewMonth);
    }

    public void Pay(string month) => (State, ReviewMonth) = (CareState.Paid, month);

    /// <summary>査定: the same price, rate and order as the claim, from other units.</summary>
    /// <returns>False when what the claim says is not enough to tell the new amounts.</returns>
    public bool Change(CareAnswerLine line) {
        _reasons.Add(line);
        if (line.Units == 0) return true;
        if (Claim.Publics.Count > 1 || Claim.Publics.Any(p => p.Percent != 100 || p.Units != Claim.Units) || (Claim.Percent is null && Claim.InsuranceYen > 0)) return false;
        _units += line.Units;
        var cost = CareYen.Cost(Math.Max(0, _units), Claim.Price100);
        Insurance = Claim.InsuranceYen == 0 ? 0 : CareYen.Insurance(cost, Claim.Percent!.Value);
        foreach (var share in Claim.Publics) Publics[share.Payer.TrimStart('0')] = cost - Insurance - Math.Min(share.OwnYen, cost - Insurance);
        return true;
    }

    public void PayMore(CareAnswerLine line) {
        _reasons.Add(line);
        (Reviewed, ReviewMonth) = (Reviewed + line.Yen, line.ReviewMonth);
    }

    /// <summary>A claim that nobody pays is not adjusted either: what 査定 said of it counts when it is decided.</summary>
    public CareItem Item(bool isSentAgain) => new(Sending, State, State is CareState.Paid or CareState.Withdrawn ? Claim.BenefitYen - Insurance - Publics.Values.Sum() - Reviewed : 0, _reasons, ReviewMonth, isSentAgain);
}
