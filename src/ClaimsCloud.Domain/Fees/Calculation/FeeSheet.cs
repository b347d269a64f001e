using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>The lines of a patient's month while the rules write them. A fee whose 届出 is missing is not written: it becomes a hint.</summary>
internal sealed class FeeSheet(PatientMonth month) {
    private const string TableSource = "訪問看護療養費マスター";
    private readonly List<FeeLine> _lines = new(3 * month.Days.Length);
    /// <summary>Codes that a person was asked about: each is asked about once.</summary>
    private readonly HashSet<string> _doubtful = [];

    public IReadOnlyList<FeeLine> Lines => _lines;

    public bool Has(FeeFamily family) => _lines.Exists(l => l.Fee.Conditions!.Family == family);

    /// <summary>The base fee of the day's visits.</summary>
    public FeeLine? BaseOf(DateOnly date) => _lines.Find(l => l.Date == date && l.Fee.Role == FeeRole.Base && l.Fee.AddOnGroup is not null);

    public void Add(FeeRule rule, in FeeFacts facts, DateOnly date, IReadOnlyList<string> rows, string text) => Add(rule, facts, date, rows, text, "", "", null);

    /// <summary>Writes the line of the one fee that fits; null: none does, or the station does not file for it.</summary>
    /// <param name="order">The day whose 指示区分 is recorded; null: none is.</param>
    public FeeLine? Add(FeeRule rule, in FeeFacts facts, DateOnly date, IReadOnlyList<string> rows, string text, string staffCodes, string visitCount, VisitDay? order) {
        if (month.Station.Select(facts, date) is not { } found) {
            month.Findings.Refuse("K05a", Row(rows), $"{date:yyyy-MM-dd}の{rule.Title}に当てはまる療養費がありません（{text}）。", "訪問の種類・職種・人数の記録を確かめてください。", TableSource);
            return null;
        }
        var fee = found.Fee;
        if (!found.IsFiledOn(date)) {
            month.Findings.Hint("K05b", new("facilityStandards", string.Join(' ', fee.FacilityStandards), "code"), $"届出がないため「{fee.Name}」を算定していません。",
                "届け出ていれば施設基準と算定開始日を入れてください。", TableSource + " 施設基準テーブル");
            return null;
        }
        if (!found.IsForAge(month.Facts, date)) return null;
        if (found.IsDoubtful) AskOnce(fee);
        var line = new FeeLine(date, fee, found.YenOn(date), fee.StaffCodes.Count == 0 ? "" : staffCodes, fee.VisitCount == VisitCountClass.None ? "" : visitCount,
            Instruction(fee, order), facts.Care ?? CareKind.General, new(rule.Id, text, rule.Source, rows)) { PrintOrder = found.PrintOrder };
        _lines.Add(line);
        return line;
    }

    /// <summary>特別地域: the base line carries the percentage, rounded half up to the yen.</summary>
    public void Raise(FeeLine line, int percent) => _lines[_lines.IndexOf(line)] = line with { Yen = ((line.Yen * (100 + percent)) + 50) / 100 };

    /// <summary>Lines in the order of the file: by date, then as they are printed. Two like lines of a day (退院時共同指導 twice) stay as they were written.</summary>
    public IReadOnlyList<FeeLine> Sorted() {
        // Of a month: first by its days, which are few, then the few lines of each day among themselves.
        Span<int> next = stackalloc int[32];
        foreach (var line in _lines) next[line.Date.Day]++;
        var start = 0;
        foreach (ref var day in next) (day, start) = (start, start + day);
        var lines = new FeeLine[_lines.Count];
        foreach (var line in _lines) lines[next[line.Date.Day]++] = line;
        for (var i = 1; i < lines.Length; i++) {
            var (line, at) = (lines[i], i);
            for (; at > 0 && lines[at - 1].Date == line.Date && lines[at - 1].PrintOrder > line.PrintOrder; at--) lines[at] = lines[at - 1];
            lines[at] = line;
        }
        return lines;
    }

    private void AskOnce(Fee fee) {
        if (!_doubtful.Add(fee.Code)) return;
        if (fee.AmountCertainty == Certainty.Doubtful)
            month.Findings.NotChecked("K05c", new("fees", fee.Code, "amount"), $"「{fee.Name}」の金額は公式のマスターで確かめていません。", "マスターを取り込んで金額を確かめてください。", TableSource);
        else
            month.Findings.NotChecked("K05d", new("fees", fee.Code, "rules"), $"「{fee.Name}」の算定要件は公式のマスターで確かめていません。", "マスターを取り込んで要件を確かめてください。", TableSource);
    }

    /// <summary>The special order where the fee knows it.</summary>
    private static string Instruction(Fee fee, VisitDay? order) =>
        order is null || fee.InstructionKinds.Count == 0 ? "" : order.HasSpecialInstruction && fee.InstructionKinds.Contains(order.SpecialInstruction) ? order.SpecialInstruction : order.Instruction;

    private static BundlePlace Row(IReadOnlyList<string> rows) => new("visits", rows.Count == 0 ? "" : rows[0], "");
}
