using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>訪問看護情報提供療養費１–３: each once a month, on the first visit day; a letter after the last month of visits on its own day.</summary>
internal sealed class InformationLetters() : FeeRule("K30", "訪問看護情報提供療養費", "告示 区分番号03") {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        var rows = month.Station.Rows.InformationLetters[month.Patient.Key];
        if (rows.Length == 0) return;
        var letters = rows.Where(l => month.Station.Contains(l.Date));
        foreach (var letter in letters.GroupBy(l => NumberOf(l.Recipient)).Select(g => g.First())) {
            var number = NumberOf(letter.Recipient);
            var day = month.FirstDay;
            var care = day?.Care ?? CareKind.General;
            if (number == 0 || (day is null && letter.LastVisit is null) || (care == CareKind.Observation && number == 3)) {
                month.Findings.Ask("K30a", BundlePlace.Row("informationLetters", letter.Key), "訪問のない月の情報提供、又は情報提供先が分からないため算定していません。", "情報提供先と訪問日を確かめてください。", Source);
                continue;
            }
            sheet.Add(this, new FeeFacts(FeeFamily.Information) { Care = care, Number = number }, day?.Date ?? letter.Date, [letter.Key], $"{letter.Date:yyyy-MM-dd}に情報提供（{letter.Recipient}）");
        }
    }

    private static int NumberOf(string recipient) => recipient.Length != 2 ? 0 : recipient[0] switch { '0' => 1, '1' => 2, '2' => 3, _ => 0 };
}
