using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>Splits a patient's lines by the insurance of their day, and says for each line who pays: a change of the insurer inside the month makes two claims.</summary>
internal static class PayerSplit {
    private const string MedicalObservation = "30";
    private const int MaxPublicExpenses = 4;
    private const string Source = "記録条件仕様 保険者・公費レコード、電子レセプトの作成手引き p.12";

    public static List<ClaimPart> Parts(PatientMonth month, IReadOnlyList<FeeLine> lines) {
        var rows = month.Station.Rows;
        var cards = rows.InsuranceCards[month.Patient.Key];
        AskAboutOverlap(cards, month);
        var certificates = Ordered(rows.PublicExpenses[month.Patient.Key], month);
        // One list a card; the first is of the days that no card covers.
        var byCard = new List<FeeLine>?[cards.Length + 1];
        foreach (var line in lines) (byCard[1 + CardOn(line.Date, cards)] ??= new(lines.Count)).Add(line);
        var parts = new List<ClaimPart>();
        for (var i = 0; i < byCard.Length; i++)
            if (byCard[i] is { } own && Part(month, i == 0 ? null : cards[i - 1], certificates, own) is { } part) parts.Add(part);
        return parts;
    }

    /// <summary>Place of the card that covers the day; the later one of two; -1: none does.</summary>
    private static int CardOn(DateOnly day, InsuranceCard[] cards) {
        var i = cards.Length - 1;
        while (i >= 0 && !Period.Covers(cards[i].From, cards[i].Until, day)) i--;
        return i;
    }

    private static ClaimPart? Part(PatientMonth month, InsuranceCard? card, List<PublicExpenseCertificate> certificates, List<FeeLine> lines) {
        var used = certificates.FindAll(c => lines.Exists(l => Pays(c, l, month)));
        if (used.Count > MaxPublicExpenses) {
            month.Findings.Refuse("L01a", BundlePlace.Row("publicExpenses", used[MaxPublicExpenses].Key), "公費が5種以上あります。1枚のレセプトに記録できるのは4種までです。", "使わない公費の期間を直してください。", Source);
            return null;
        }
        var paid = new List<PaidLine>(lines.Count);
        foreach (var line in lines) {
            var payers = card is not null && line.Care != CareKind.Observation ? Payers.Insurer : Payers.None;
            for (var i = 0; i < used.Count; i++)
                if (Pays(used[i], line, month)) payers |= ClaimPart.PublicAt(i);
            if (payers == Payers.None) {
                month.Findings.Refuse("L01b", new("insuranceCards", "", "from"), $"{line.Date:yyyy-MM-dd}に有効な保険・公費がありません。", "保険証の期間、公費の期間と対象を確かめてください。", Source);
                return null;
            }
            paid.Add(new(line, payers));
        }
        var insured = paid.Exists(l => (l.Payers & Payers.Insurer) != Payers.None);
        return new(month, insured ? card : null, used, paid);
    }

    /// <summary>医療観察 is paid by 30 alone, and 30 pays for nothing else.</summary>
    private static bool Pays(PublicExpenseCertificate certificate, FeeLine line, PatientMonth month) =>
        Period.Covers(certificate.From, certificate.Until, line.Date)
        && Law(certificate) == MedicalObservation == (line.Care == CareKind.Observation)
        && certificate.Scope switch {
            PublicExpenseScope.Psychiatric => line.Care == CareKind.Psychiatric,
            PublicExpenseScope.NotPsychiatric => line.Care != CareKind.Psychiatric,
            _ => true,
        }
        && !IsTakenAway(certificate, line, month);

    private static bool IsTakenAway(PublicExpenseCertificate certificate, FeeLine line, PatientMonth month) =>
        month.Facts.VisitsNotPaidForByAll.Length > 0 && Array.Exists(month.Facts.VisitsNotPaidForByAll, v => v.NotPaidBy.Contains(certificate.Key) && line.Rows.Contains(v.Key));

    private static List<PublicExpenseCertificate> Ordered(PublicExpenseCertificate[] certificates, PatientMonth month) {
        if (certificates.Length == 0) return [];
        var ordered = certificates.Where(c => month.Station.Meets(c.From, c.Until))
            .OrderBy(c => PublicExpenseProgramme.Find(Law(c))?.Priority ?? int.MaxValue).ThenBy(c => c.LocalOrder).ThenBy(c => c.PayerNumber, StringComparer.Ordinal)
            .ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        for (var i = 1; i < ordered.Count; i++) {
            var (before, after) = (ordered[i - 1], ordered[i]);
            var sameRank = PublicExpenseProgramme.Find(Law(before)) is { } programme ? programme.Law == Law(after) : PublicExpenseProgramme.Find(Law(after)) is null && before.LocalOrder == after.LocalOrder;
            if (sameRank && Period.Meets(after.From, after.Until, before.From, before.Until ?? DateOnly.MaxValue))
                month.Findings.Refuse("L01c", new("publicExpenses", after.Key, "localOrder"), "同じ順位の公費が同じ期間に2件あります。", "期間を直すか、自治体の公費の順番を入れてください。", Source);
        }
        return ordered;
    }

    private static void AskAboutOverlap(InsuranceCard[] cards, PatientMonth month) {
        for (var i = 1; i < cards.Length; i++)
            if (cards[i - 1].Until is not { } until || until >= cards[i].From)
                month.Findings.Refuse("L01d", new("insuranceCards", cards[i].Key, "from"), "保険証の期間が重なっています。", "前の保険証の終了日を入れてください。", Source);
    }

    private static string Law(PublicExpenseCertificate certificate) => certificate.PayerNumber.Length >= 2 ? certificate.PayerNumber[..2] : "";
}
