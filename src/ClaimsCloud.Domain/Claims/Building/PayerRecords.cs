using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>RE, HO, KO, SN, JD, MF: whose claim it is and who pays.</summary>
internal sealed class PayerRecords(ClaimPart part, ClaimAmounts amounts, ClaimSpec spec) {
    /// <summary>別表25: 1 counts in 実日数, 2 does not.</summary>
    private static readonly byte[] VisitedDay = "1"u8.ToArray(), UncountedDay = "2"u8.ToArray();

    public string ClaimType {
        get {
            var payers = part.PublicExpenses.Count;
            if (part.Card is null) return $"62{payers}2";
            var latter = part.Scheme == InsuranceScheme.LatterStage;
            return $"6{(latter ? 3 : 1)}{payers + 1}{Person()}";
        }
    }

    public void AddTo(List<RecordDraft> records) {
        records.Add(Common());
        if (amounts.Insurer is { } insurer) records.Add(Insurer(part.Card!, insurer));
        for (var i = 0; i < part.PublicExpenses.Count; i++) records.Add(PublicExpense(part.PublicExpenses[i], amounts.PublicExpenses[i]));
        if (part.Card is { } card) records.Add(Eligibility("1", part.Scheme == InsuranceScheme.LatterStage ? "" : card.BranchNumber.PadLeft(card.BranchNumber.Length == 0 ? 0 : 2, '0')));
        for (var i = 0; i < part.PublicExpenses.Count; i++)
            if (part.PublicExpenses[i].PayerNumber.StartsWith("12", StringComparison.Ordinal)) records.Add(Eligibility($"{i + 2}", ""));
        if (part.Card is not null) records.Add(VisitDays(Payers.Insurer));
        for (var i = 0; i < part.PublicExpenses.Count; i++) records.Add(VisitDays(ClaimPart.PublicAt(i)));
        if (part.Card is not null) records.Add(New("MF").Set("PaymentCategory", amounts.Limit switch { LimitReached.No => "00", LimitReached.Usual => "01", _ => "02" }).Draft);
    }

    private char Person() => part switch {
        { IsSenior: true } => part.Card!.BenefitPercent == 70 ? '0' : '8',
        _ when AgeBand.IsPreschool(part.Month.Patient.BirthDate, part.Month.Station.Month) => '4',
        _ => part.Card!.Relation == InsuredRelation.Insured ? '2' : '6',
    };

    private RecordDraft Common() {
        var patient = part.Month.Patient;
        var station = part.Month.Station;
        var place = BundlePlace.Row("patients", patient.Key);
        return New("RE").Set("ClaimType", ClaimType).Set("ServiceMonth", $"{station.Month}")
            .Set("PatientName", patient.Name, place with { Field = "name" }).Set("PatientKana", patient.Kana, place with { Field = "kana" })
            .Set("Sex", patient.Sex, place with { Field = "sex" }).Set("BirthDate", patient.BirthDate)
            .Set("BenefitRate", part.Scheme == InsuranceScheme.National ? part.Card!.BenefitPercent : null)
            .Set("SpecialNotes", string.Concat(SpecialNotes().Order(StringComparer.Ordinal))).Set("CopayCategory", CopayCategory())
            .Set("ChartNumber", part.Key).Draft;
    }

    /// <summary>別表6: 区カ・区キ on every claim of 後期高齢者, the other classes where the limit is paid in kind.</summary>
    private IEnumerable<string> SpecialNotes() {
        if (part.Card is null) yield break;
        if (part.Limit.Certificate?.LongTermDiseaseCapYen is { } cap) yield return cap > 10_000 ? "16" : "02";
        if (part.Limit.Portion == LimitPortion.Half) yield return "21";
        var latter = part.Scheme == InsuranceScheme.LatterStage;
        if (latter && part.Limit.Class == CopayClass.SeniorGeneralTwo) yield return "41";
        else if (latter && part.Limit.Class == CopayClass.SeniorGeneral) yield return "42";
        else if (amounts.Limit != LimitReached.No && part.Limit.Class is { } reached) yield return ClassNote(reached);
    }

    private static string ClassNote(CopayClass reached) => reached switch {
        CopayClass.UnderSeventyFirst or CopayClass.SeniorActiveThree => "26",
        CopayClass.UnderSeventySecond or CopayClass.SeniorActiveTwo => "27",
        CopayClass.UnderSeventyThird or CopayClass.SeniorActiveOne => "28",
        CopayClass.UnderSeventyFourth or CopayClass.SeniorGeneral or CopayClass.SeniorGeneralTwo => "29",
        _ => "30",
    };

    private string CopayCategory() => amounts.Limit == LimitReached.No ? "" : part.Limit.Class switch { CopayClass.SeniorLowTwo => "1", CopayClass.SeniorLowOne => "3", _ => "" };

    private RecordDraft Insurer(InsuranceCard card, PayerAmount amount) {
        var place = BundlePlace.Row("insuranceCards", card.Key);
        if (ClaimBytes(card.Symbol) + ClaimBytes(card.Number) > 38)
            part.Month.Findings.Refuse("L03b", place with { Field = "number" }, "記号と番号を合わせて38バイトを超えます。", "保険証の記号・番号を確かめてください。", "記録条件仕様 p.7");
        var reduction = part.Reduction;
        return New("HO").Set("InsurerNumber", card.InsurerNumber.PadLeft(8), place with { Field = "insurerNumber" }).Set("Symbol", card.Symbol, place with { Field = "symbol" })
            .Set("Number", card.Number, place with { Field = "number" }).Set("Days", amount.Days).Set("TotalYen", amount.TotalYen)
            .Set("OnDutyReason", card.OnDutyReason, place with { Field = "onDutyReason" }).Set("CertificateNumber", reduction?.CertificateNumber ?? "")
            .Set("CopayYen", amount.CopayYen).Set("ReductionCategory", reduction?.Kind ?? "").Set("ReductionRate", reduction?.Percent).Set("ReductionYen", reduction?.Yen).Draft;
    }

    private RecordDraft PublicExpense(PublicExpenseCertificate certificate, PayerAmount amount) {
        var place = BundlePlace.Row("publicExpenses", certificate.Key);
        return New("KO").Set("PayerNumber", certificate.PayerNumber, place with { Field = "payerNumber" })
            .Set("RecipientNumber", certificate.RecipientNumber.Length == 0 ? "" : certificate.RecipientNumber.PadLeft(7, '0'), place with { Field = "recipientNumber" })
            .Set("OptionalBenefit", certificate.OptionalBenefit ? "1" : "").Set("Days", amount.Days).Set("TotalYen", amount.TotalYen)
            .Set("CopayYen", amount.CopayYen).Set("CoveredCopayYen", amount.CoveredCopayYen).Draft;
    }

    private RecordDraft Eligibility(string payer, string branch) => New("SN").Set("PayerKind", payer).Set("ConfirmationKind", "01").Set("BranchNumber", branch).Draft;

    private RecordDraft VisitDays(Payers payer) {
        var record = New("JD").Set("PayerKind", $"{System.Numerics.BitOperations.Log2((uint)payer) + 1}");
        var last = default(DateOnly);
        foreach (var line in part.Lines) {
            if ((line.Payers & payer) == Payers.None || line.Fee.Date == last) continue;
            last = line.Fee.Date;
            record.Draft.Set(2 + last.Day, part.Month.IsVisitDay(last) ? VisitedDay : UncountedDay);
        }
        return record.Draft;
    }

    private RecordFiller New(string record) => new(record, spec, part.Month.Findings);

    private static int ClaimBytes(string text) => text.Sum(c => c <= 0x7F || c is >= '｡' and <= 'ﾟ' ? 1 : 2);
}
