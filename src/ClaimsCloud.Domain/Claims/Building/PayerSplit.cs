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
        var cards = rows.InsuranceCards[month.Patient.Key].OrderBy(c => c.From).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        AskAboutOverlap(cards, month);
        var certificates = Ordered(rows.PublicExpenses[month.Patient.Key], month);
        var visitDates = month.Days.Where(d => d.Base != DayBase.None).Select(d => d.Date).ToHashSet();
        return [.. lines.GroupBy(l => cards.FindLastIndex(c => Period.Covers(c.From, c.Until, l.Date))).OrderBy(g => g.Key)
            .Select(g => Part(month, g.Key < 0 ? null : cards[g.Key], certificates, [.. g], visitDates)).OfType<ClaimPart>()];
    }

    private static ClaimPart? Part(PatientMonth month, InsuranceCard? card, List<PublicExpenseCertificate> certificates, List<FeeLine> lines, HashSet<DateOnly> visitDates) {
        var used = certificates.Where(c => lines.Exists(l => Pays(c, l, month))).ToList();
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
        return new(month, insured ? card : null, used, paid, visitDates);
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
        && !line.Rows.Any(key => month.Station.Visit(key) is { } visit && visit.NotPaidBy.Contains(certificate.Key));

    private static List<PublicExpenseCertificate> Ordered(IEnumerable<PublicExpenseCertificate> certificates, PatientMonth month) {
        var ordered = certificates.Where(c => Period.Meets(c.From, c.Until, month.Station.Month.FirstDay, month.Station.Month.LastDay))
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

    private static void AskAboutOverlap(List<InsuranceCard> cards, PatientMonth month) {
        for (var i = 1; i < cards.Count; i++)
            if (cards[i - 1].Until is not { } until || until >= cards[i].From)
                month.Findings.Refuse("L01d", new("insuranceCards", cards[i].Key, "from"), "保険証の期間が重なっています。", "前の保険証の終了日を入れてください。", Source);
    }

    private static string Law(PublicExpenseCertificate certificate) => certificate.PayerNumber.Length >= 2 ? certificate.PayerNumber[..2] : "";
}
