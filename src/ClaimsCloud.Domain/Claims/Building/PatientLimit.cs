using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>The patient's monthly limit: class of the certificate, or the one that everybody of the age and ratio has without one.</summary>
internal sealed class PatientLimit {
    private readonly ClaimPart _part;

    public PatientLimit(ClaimPart part) {
        _part = part;
        var month = part.Month.Station.Month;
        Certificate = Array.FindLast(part.Month.Station.Rows.LimitCertificates[part.Month.Patient.Key], c => part.Month.Station.Meets(c.From, c.Until));
        Class = part.Card is null ? null : Certificate is { } certificate ? ClassOf(certificate.Class) : WithoutCertificate(part, part.Card);
        Portion = AgeBand.TurnsSeventyFiveInside(part.Month.Patient.BirthDate, month) ? LimitPortion.Half : LimitPortion.Whole;
    }

    public LimitCertificate? Certificate { get; }
    public CopayClass? Class { get; }
    public LimitPortion Portion { get; }
    public LimitCount Count => Certificate is { EarlierMonths: >= 3 } ? LimitCount.Repeated : LimitCount.Usual;

    /// <summary>For a cost of the month; null: no limit holds at the counter, or none is known (then a finding says so).</summary>
    public int? Of(int totalYen) {
        if (Certificate?.LongTermDiseaseCapYen is { } cap) return cap;
        if (Class is not { } patient) return null;
        var limit = CopayLimits.Of(_part.Month.Station.Month, patient, totalYen, Count, Portion);
        if (limit.NotChecked is { } reason)
            _part.Month.Findings.RefuseNotChecked("L02a", new("limitCertificates", Certificate?.Key ?? "", "class"), reason, "限度額を政令で確かめ、限度額の表を更新してから請求してください。", "高額療養費算定基準額（政令）");
        return limit.Yen;
    }

    /// <summary>The limits do not tell 一般 and 一般Ⅰ apart.</summary>
    private static CopayClass ClassOf(LimitClass written) => written switch {
        LimitClass.A => CopayClass.UnderSeventyFirst,
        LimitClass.B => CopayClass.UnderSeventySecond,
        LimitClass.C => CopayClass.UnderSeventyThird,
        LimitClass.D => CopayClass.UnderSeventyFourth,
        LimitClass.E => CopayClass.UnderSeventyFifth,
        LimitClass.Active3 => CopayClass.SeniorActiveThree,
        LimitClass.Active2 => CopayClass.SeniorActiveTwo,
        LimitClass.Active1 => CopayClass.SeniorActiveOne,
        LimitClass.General2 => CopayClass.SeniorGeneralTwo,
        LimitClass.Low2 => CopayClass.SeniorLowTwo,
        LimitClass.Low1 => CopayClass.SeniorLowOne,
        _ => CopayClass.SeniorGeneral,
    };

    /// <summary>Under 70 the limit holds only with a certificate; from 70 the ratio tells the class.</summary>
    private static CopayClass? WithoutCertificate(ClaimPart part, InsuranceCard card) => !part.IsSenior ? null : card.BenefitPercent switch {
        70 => CopayClass.SeniorActiveThree,
        80 when part.Scheme == InsuranceScheme.LatterStage => CopayClass.SeniorGeneralTwo,
        _ => CopayClass.SeniorGeneral,
    };
}
