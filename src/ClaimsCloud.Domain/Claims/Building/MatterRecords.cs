using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Domain.Fees.Calculation.Rules;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>TJ, TZ, KS, CO: what the fees of the claim ask to be said (手引き 別紙2, p.67–72).</summary>
internal sealed class MatterRecords(ClaimPart part, UserRecords user, ClaimSpec spec) {
    private readonly PatientMonth _month = part.Month;
    private readonly PatientTables _rows = part.Month.Station.Rows;
    private readonly string _patient = part.Month.Patient.Key;
    /// <summary>Those that ask for words; most claims have none.</summary>
    private readonly List<FeeLine> _lines = LinesOf(part);

    public void AddTo(List<RecordDraft> records) {
        records.AddRange(Information());
        SpecialMatters(records);
        records.AddRange(Trainings());
        records.AddRange(Comments());
    }

    private static bool AsksForWords(FeeFamily family) => family is FeeFamily.Information or FeeFamily.SpecialArea or FeeFamily.Emergency or FeeFamily.DischargeSupport
        or FeeFamily.CareStaffSupport or FeeFamily.Terminal or FeeFamily.Basic1Specialist or FeeFamily.Basic2Specialist or FeeFamily.SpecialistManagement;

    private static List<FeeLine> LinesOf(ClaimPart part) {
        var lines = new List<FeeLine>();
        foreach (var line in part.Lines)
            if (AsksForWords(line.Fee.Fee.Conditions!.Family)) lines.Add(line.Fee);
        return lines;
    }

    private IEnumerable<FeeLine> Lines(FeeFamily family) => _lines.Count == 0 ? [] : _lines.Where(l => l.Fee.Conditions!.Family == family);

    private IEnumerable<InformationLetter> Letters => Lines(FeeFamily.Information).Select(l => _rows.InformationLetters[_patient].First(r => r.Key == l.Rows[0]));

    private IEnumerable<RecordDraft> Information() => Letters.Select(l =>
        New("TJ").Set("RecipientCode", l.Recipient, new("informationLetters", l.Key, "recipient")).Set("PreviousMonth", l.Recipient[0] == '1' && l.PreviousMonth is { } before ? $"{before}" : "").Draft);

    private void SpecialMatters(List<RecordDraft> records) {
        for (var i = 0; i < user.Others.Count; i++) Add($"{i + 1:00}");
        if (_month.Days.Any(d => d.Visits.Exists(v => v.Staff.Office == Office.Branch) && HasLineOn(d.Date))) Add("03");
        if (Lines(FeeFamily.SpecialArea).FirstOrDefault() is { } area) SpecialArea(area);
        if (user.IsCareInsured()) Add("05");
        foreach (var day in Emergencies().Where(d => d.Base == DayBase.EmergencyAlone)) EmergencyAlone(day);
        foreach (var line in Lines(FeeFamily.DischargeSupport)) DischargeAlone(line);
        foreach (var line in Lines(FeeFamily.CareStaffSupport)) Add("09", "850500013", FullWidth.Date(_rows.Collaborations[_patient].First(c => c.Key == line.Rows[0]).Date));
        foreach (var day in Emergencies()) {
            Add("10", "850500016", FullWidth.Date(day.Date));
            Add("10", "830500003", day.Emergency!.Row.EmergencyReason, new("visits", day.Emergency.Row.Key, "emergencyReason"));
        }

        void Add(string matter, string comment = "", string text = "", BundlePlace place = default) =>
            records.Add(New("TZ").Set("MatterCode", matter).Set("CommentCode", comment).Set("Text", text, place).Draft);

        void SpecialArea(FeeLine line) {
            var residence = _month.Facts.ResidenceOn(line.Date)!;
            Add("04", "830500002", residence.Address, new("residences", residence.Key, "address"));
            Add("04", "852500001", FullWidth.Minutes(line.Rows.Max(r => _month.Visit(r)?.TravelMinutes) ?? 0));
        }

        void EmergencyAlone(VisitDay day) {
            var station = user.Others.Index().FirstOrDefault(o => o.Item.VisitDays.Contains(day.Date)).Index;
            if (_month.DaysWithContext.LastOrDefault(d => d.IsOrdinary && d.Date < day.Date) is { } before) Add("07", station == 0 ? "850500014" : "850500015", FullWidth.Date(before.Date));
            else
                _month.Findings.Refuse("L06a", new("visits", day.First.Row.Key, "date"), "緊急訪問看護加算だけを算定する日の直前の訪問日が分かりません。", "前月の訪問も入れてください。", "電子レセプトの作成手引き p.69");
        }

        void DischargeAlone(FeeLine line) {
            if (_month.IsVisitDay(line.Date)) return;
            var readmission = _rows.DischargeGuidances[_patient].First(g => g.Key == line.Rows[0]).Readmission;
            Add("08", readmission is null ? "850500012" : "850500011", FullWidth.Date(line.Date));
        }
    }

    private bool HasLineOn(DateOnly date) => part.Lines.Exists(l => l.Fee.Date == date);

    private IEnumerable<VisitDay> Emergencies() => Lines(FeeFamily.Emergency).Select(l => _month.DayOn(l.Date)!);

    /// <summary>別表27 codes of the specialists' visits; the procedure document goes with the specific acts 21–27.</summary>
    private IEnumerable<RecordDraft> Trainings() {
        if (_lines.Count == 0) return [];
        FeeFamily[] families = [FeeFamily.Basic1Specialist, FeeFamily.Basic2Specialist, FeeFamily.SpecialistManagement];
        var visits = families.SelectMany(Lines).SelectMany(l => l.Rows).Select(_month.Visit).OfType<Visit>().Where(v => v.SpecialistCode.Length > 0);
        return visits.OrderBy(v => v.SpecialistCode, StringComparer.Ordinal).ThenBy(v => v.Key, StringComparer.Ordinal).DistinctBy(v => v.SpecialistCode).Select(v => {
            var specificAct = v.SpecialistCode[0] == '2';
            return New("KS").Set("TrainingCode", v.SpecialistCode, new("visits", v.Key, "specialistCode")).Set("ProcedureDate", specificAct ? _month.Facts.Condition?.ProcedureDocument : null)
                .Set("ReviewDate", specificAct ? _month.Facts.Condition?.ProcedureReviewed : null).Draft;
        });
    }

    private IEnumerable<RecordDraft> Comments() {
        var comments = user.FurtherPlaces().ToList();
        if (IsIssuedInARow("02")) comments.Add(("820500001", "", default));
        if (IsIssuedInARow("04")) comments.Add(("820500002", "", default));
        comments.AddRange(Letters.Where(l => l.Recipient[0] == '2').Select(l => l.LastVisit).OfType<DateOnly>().Select(d => ("850500017", FullWidth.Date(d), default(BundlePlace))));
        comments.AddRange(LastVisitsBeforeDeath());
        foreach (var note in _rows.Notes[_patient]) comments.Add((note.Code, note.Text, new("notes", note.Key, "text")));
        return comments.Select(c => New("CO").Set("CommentCode", c.Item1, c.Item3).Set("Text", c.Item2, c.Item3).Draft);
    }

    private IEnumerable<(string, string, BundlePlace)> LastVisitsBeforeDeath() {
        if (Lines(FeeFamily.Terminal).FirstOrDefault() is not { } line) yield break;
        var days = TerminalCareFee.DaysBefore(line.Date, _month).Select(d => d.Date).ToList();
        if (_month.Station.Contains(days[^1])) yield break;
        yield return ("850500018", FullWidth.Date(days[^1]), default);
        yield return ("850500019", FullWidth.Date(days[^2]), default);
    }

    /// <summary>The special order of this month follows one of this or the month before.</summary>
    private bool IsIssuedInARow(string kind) {
        var month = _month.Station.Month;
        var (orders, ofThisMonth) = (0, false);
        foreach (var order in _rows.Instructions[_patient]) {
            if (order.Kind != kind || order.From > month.LastDay || order.From < month.FirstDay.AddMonths(-1)) continue;
            orders++;
            ofThisMonth |= month.Contains(order.From);
        }
        return orders > 1 && ofThisMonth;
    }

    private RecordFiller New(string record) => new(record, spec, _month.Findings);
}
