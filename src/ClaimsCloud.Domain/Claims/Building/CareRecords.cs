using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>IH, HJ, JS, SY: by whose order and in what condition.</summary>
internal sealed class CareRecords(ClaimPart part, ClaimSpec spec) {
    private const string Source = "記録条件仕様 p.12–13、電子レセプトの作成手引き p.19–26";
    private readonly PatientMonth _month = part.Month;
    private readonly List<Instruction> _orders = [.. part.Month.Station.Rows.Instructions[part.Month.Patient.Key].Where(i => part.Month.Station.Meets(i.From, i.Until))];

    public void AddTo(List<RecordDraft> records) {
        records.AddRange(Physicians());
        records.AddRange(Instructions());
        records.AddRange(Conditions());
        records.AddRange(Diseases());
    }

    private IEnumerable<RecordDraft> Physicians() =>
        _orders.GroupBy(i => (i.Prefecture, i.FeeTable, i.InstitutionCode, i.InstitutionName, i.Physician)).Select(g => {
            var place = BundlePlace.Row("instructions", g.First().Key);
            if (g.Key.FeeTable is not ("1" or "3" or "5" or "B"))
                _month.Findings.Refuse("L04a", place with { Field = "feeTable" }, $"医療機関の点数表「{g.Key.FeeTable}」は使えません。", "医科は1、歯科は3などを入れてください。", Source);
            return New("IH").Set("Prefecture", g.Key.Prefecture, place with { Field = "prefecture" }).Set("FeeTable", g.Key.FeeTable, place with { Field = "feeTable" })
                .Set("InstitutionCode", g.Key.InstitutionCode, place with { Field = "institutionCode" }).Set("InstitutionName", g.Key.InstitutionName, place with { Field = "institutionName" })
                .Set("PhysicianName", g.Key.Physician, place with { Field = "physician" }).Set("LastReportDate", g.Max(i => i.LastReport)).Draft;
        });

    private IEnumerable<RecordDraft> Instructions() => _orders.Select(i =>
        New("HJ").Set("InstructionKind", i.Kind, new("instructions", i.Key, "kind")).Set("PeriodStart", i.From).Set("PeriodEnd", i.Until).Draft);

    private IEnumerable<RecordDraft> Conditions() {
        if (_month.Facts.Condition is not { } condition) {
            _month.Findings.Refuse("L04b", new("conditions", "", "text"), "心身の状態がありません。", "当月の心身の状態を入れてください。", Source);
            return [];
        }
        var place = BundlePlace.Row("conditions", condition.Key);
        var codes = _month.Station.Rows.ListedConditions[_month.Patient.Key].Where(l => _month.Station.Meets(l.From, l.Until)).Select(l => l.Code).Distinct().ToList();
        var presence = (codes.Exists(c => c[0] == '0' && c[1] is '0' or '1' or '2') ? "01" : "") + (codes.Exists(c => c[1] is >= '4' and <= '8') ? "02" : "");
        var record = New("JS").Set("Condition", condition.Text, place with { Field = "text" }).Set("ListedDiseasePresence", presence.Length == 0 ? "03" : presence)
            .Set("ListedDiseases", string.Concat(codes), BundlePlace.Row("listedConditions", ""));
        if (part.Lines.Any(l => l.Fee.Fee.Conditions!.Family is FeeFamily.Psychiatric1 or FeeFamily.Psychiatric3)) {
            if (condition.Gaf.Length != 2 || (condition.Gaf != "20" && condition.GafDate is null))
                _month.Findings.Refuse("L04c", place with { Field = "gaf" }, "精神科訪問看護の月ですが、GAF尺度の値か判定日がありません。", "月の初日の訪問時の判定を入れてください。", Source);
            else record.Set("GafScore", condition.Gaf, place with { Field = "gaf" }).Set("GafDate", condition.Gaf == "20" ? null : condition.GafDate);
        }
        return [record.Draft];
    }

    private IEnumerable<RecordDraft> Diseases() {
        var diseases = _month.Station.Rows.Diseases[_month.Patient.Key];
        if (diseases.Length == 0) _month.Findings.Refuse("L04d", new("diseases", "", "code"), "傷病名がありません。", "指示書の傷病名を入れてください。", Source);
        return diseases.Select(d => {
            var place = BundlePlace.Row("diseases", d.Key);
            if (d.Code == "0000999" && d.Name.Length == 0)
                _month.Findings.Refuse("L04e", place with { Field = "name" }, "未コード化傷病名（0000999）ですが傷病名称がありません。", "傷病名称を入れてください。", Source);
            return New("SY").Set("DiseaseCode", d.Code, place with { Field = "code" }).Set("ModifierCodes", string.Concat(d.Modifiers), place with { Field = "modifiers" })
                .Set("DiseaseName", d.Code == "0000999" ? d.Name : "", place with { Field = "name" }).Set("Comment", d.Comment, place with { Field = "comment" }).Draft;
        });
    }

    private RecordFiller New(string record) => new(record, spec, _month.Findings);
}
