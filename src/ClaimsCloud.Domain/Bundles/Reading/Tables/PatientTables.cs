namespace ClaimsCloud.Domain.Bundles.Reading.Tables;

/// <summary>Patients, where they live, and how they are.</summary>
internal static class PatientTables {
    public static readonly BundleTable<Patient> Patients = new("patients", "利用者", TableRows.Any,
        new() { Key = "", Name = "", Sex = "", BirthDate = default, ServiceStart = default }, [
            ColumnsOf<Patient>.Key(p => p.Key, (p, x) => p with { Key = x }),
            ColumnsOf<Patient>.Must.Name("name", "氏名", p => p.Name, (p, x) => p with { Name = x }) with { Note = "レセプトに記録する氏名。姓と名の間にスペースを1つ入れる" },
            ColumnsOf<Patient>.May.Free("originalName", "元の表記の氏名", 40, p => p.OriginalName, (p, x) => p with { OriginalName = x }) with { Note = "記録できない文字を置き換えたときだけ" },
            ColumnsOf<Patient>.May.Katakana("kana", "カタカナの氏名", p => p.Kana, (p, x) => p with { Kana = x }) with { Note = "スペースなし" },
            ColumnsOf<Patient>.Must.Code("sex", "男女区分", "05", p => p.Sex, (p, x) => p with { Sex = x }),
            ColumnsOf<Patient>.Must.Date("birthDate", "生年月日", p => p.BirthDate, (p, x) => p with { BirthDate = x }),
            ColumnsOf<Patient>.Must.Date("serviceStart", "訪問開始年月日", p => p.ServiceStart, (p, x) => p with { ServiceStart = x }),
        ],
        b => b.Patients, (b, rows) => b with { Patients = rows });

    public static readonly BundleTable<Residence> Residences = new("residences", "住まい", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", From = default, Place = "" }, [
            ColumnsOf<Residence>.Key(r => r.Key, (r, x) => r with { Key = x }),
            ColumnsOf<Residence>.Patient(r => r.Patient, (r, x) => r with { Patient = x }),
            ColumnsOf<Residence>.Must.Date("from", "開始日", r => r.From, (r, x) => r with { From = x }),
            ColumnsOf<Residence>.May.End("until", "終了日", "from", r => r.Until, (r, x) => r with { Until = x }),
            ColumnsOf<Residence>.May.Reference("building", "建物", "buildings", r => r.Building, (r, x) => r with { Building = x }) with { Note = "一戸建ては空" },
            ColumnsOf<Residence>.Must.Code("place", "訪問した場所", "16", r => r.Place, (r, x) => r with { Place = x }) with { NotCodes = ["31", "32"] },
            ColumnsOf<Residence>.May.FullWidth("placeText", "場所の文字データ", 65, r => r.PlaceText, (r, x) => r with { PlaceText = x }) with { Note = "場所が99のとき" },
            ColumnsOf<Residence>.May.FullWidth("address", "住所", 65, r => r.Address, (r, x) => r with { Address = x }),
            ColumnsOf<Residence>.May.YesNo("inSpecialArea", "特別地域", r => r.InSpecialArea, (r, x) => r with { InSpecialArea = x }) with { Note = "厚生労働大臣が定める地域" },
        ],
        b => b.Residences, (b, rows) => b with { Residences = rows }) { OnePeriodAtATime = true };

    public static readonly BundleTable<Condition> Conditions = new("conditions", "心身の状態", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", Text = "" }, [
            ColumnsOf<Condition>.Key(c => c.Key, (c, x) => c with { Key = x }),
            ColumnsOf<Condition>.Patient(c => c.Patient, (c, x) => c with { Patient = x }),
            ColumnsOf<Condition>.Must.FullWidth("text", "心身の状態", 1200, c => c.Text, (c, x) => c with { Text = x }),
            ColumnsOf<Condition>.May.Code("gaf", "ＧＡＦ尺度により判定した値", "28", c => c.Gaf, (c, x) => c with { Gaf = x }),
            ColumnsOf<Condition>.May.Date("gafDate", "ＧＡＦ尺度で判定した年月日", c => c.GafDate, (c, x) => c with { GafDate = x }),
            ColumnsOf<Condition>.May.Word("psychiatricSupport", "精神科在宅患者支援管理料", PatientWords.Supports, c => c.PsychiatricSupport, (c, x) => c with { PsychiatricSupport = x }),
            ColumnsOf<Condition>.May.Date("procedureDocument", "手順書交付年月日", c => c.ProcedureDocument, (c, x) => c with { ProcedureDocument = x }),
            ColumnsOf<Condition>.May.Date("procedureReviewed", "手順書の直近見直し年月日", c => c.ProcedureReviewed, (c, x) => c with { ProcedureReviewed = x }),
        ],
        b => b.Conditions, (b, rows) => b with { Conditions = rows }) { Note = "利用者ごとに1行" };

    public static readonly BundleTable<ListedCondition> ListedConditions = new("listedConditions", "別表７・別表８の疾病等", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", Code = "", From = default }, [
            ColumnsOf<ListedCondition>.Key(c => c.Key, (c, x) => c with { Key = x }),
            ColumnsOf<ListedCondition>.Patient(c => c.Patient, (c, x) => c with { Patient = x }),
            ColumnsOf<ListedCondition>.Must.Code("code", "疾病等コード", "14", c => c.Code, (c, x) => c with { Code = x }),
            ColumnsOf<ListedCondition>.Must.Date("from", "開始日", c => c.From, (c, x) => c with { From = x }),
            ColumnsOf<ListedCondition>.May.End("until", "終了日", "from", c => c.Until, (c, x) => c with { Until = x }),
        ],
        b => b.ListedConditions, (b, rows) => b with { ListedConditions = rows });

    public static readonly BundleTable<Disease> Diseases = new("diseases", "傷病名", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", Code = "" }, [
            ColumnsOf<Disease>.Key(d => d.Key, (d, x) => d with { Key = x }),
            ColumnsOf<Disease>.Patient(d => d.Patient, (d, x) => d with { Patient = x }),
            ColumnsOf<Disease>.Must.Digits("code", "傷病名コード", [7], d => d.Code, (d, x) => d with { Code = x }) with { Note = "コードがないときは0000999" },
            ColumnsOf<Disease>.May.DigitsList("modifiers", "修飾語コード", 4, 20, d => d.Modifiers, (d, x) => d with { Modifiers = x }) with { Note = "記録する順" },
            ColumnsOf<Disease>.May.FullWidth("name", "傷病名称", 20, d => d.Name, (d, x) => d with { Name = x }) with { Note = "0000999のときだけ" },
            ColumnsOf<Disease>.May.FullWidth("comment", "補足コメント", 20, d => d.Comment, (d, x) => d with { Comment = x }),
            ColumnsOf<Disease>.May.YesNo("isMain", "主傷病", d => d.IsMain, (d, x) => d with { IsMain = x }),
            ColumnsOf<Disease>.May.Number("order", "レセプトでの順", "", 0..9999, d => d.Order, (d, x) => d with { Order = x }) with { Note = "小さい順" },
        ],
        b => b.Diseases, (b, rows) => b with { Diseases = rows });

    public static readonly BundleTable<HospitalStay> HospitalStays = new("hospitalStays", "入院・入所", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", From = default }, [
            ColumnsOf<HospitalStay>.Key(h => h.Key, (h, x) => h with { Key = x }),
            ColumnsOf<HospitalStay>.Patient(h => h.Patient, (h, x) => h with { Patient = x }),
            ColumnsOf<HospitalStay>.Must.Date("from", "入院日", h => h.From, (h, x) => h with { From = x }),
            ColumnsOf<HospitalStay>.May.End("until", "退院日", "from", h => h.Until, (h, x) => h with { Until = x }) with { Note = "入院中は空" },
            ColumnsOf<HospitalStay>.May.YesNo("psychiatric", "精神病床", h => h.Psychiatric, (h, x) => h with { Psychiatric = x }),
        ],
        b => b.HospitalStays, (b, rows) => b with { HospitalStays = rows });

    public static readonly BundleTable<Agreement> Agreements = new("agreements", "同意・説明", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", Kind = AgreementKind.AroundTheClock, From = default }, [
            ColumnsOf<Agreement>.Key(a => a.Key, (a, x) => a with { Key = x }),
            ColumnsOf<Agreement>.Patient(a => a.Patient, (a, x) => a with { Patient = x }),
            ColumnsOf<Agreement>.Must.Word("kind", "種類", PatientWords.Agreements, a => a.Kind, (a, x) => a with { Kind = x }),
            ColumnsOf<Agreement>.Must.Date("from", "開始日", a => a.From, (a, x) => a with { From = x }),
            ColumnsOf<Agreement>.May.End("until", "終了日", "from", a => a.Until, (a, x) => a with { Until = x }),
        ],
        b => b.Agreements, (b, rows) => b with { Agreements = rows });
}
