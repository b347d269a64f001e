namespace ClaimsCloud.Domain.Bundles.Reading.Tables;

/// <summary>The month, the station and what it filed.</summary>
internal static class StationTables {
    public static readonly BundleTable<MonthBundle> Month = new("bundle", "対象の月", TableRows.One,
        new() { Month = default, BillingMonth = default, Station = new() { Key = "", Code = "", Prefecture = "", Name = "" } }, [
            ColumnsOf<MonthBundle>.Must.Month("month", "指定訪問看護年月", b => b.Month, (b, x) => b with { Month = x }),
            ColumnsOf<MonthBundle>.Must.Month("billingMonth", "請求年月", b => b.BillingMonth, (b, x) => b with { BillingMonth = x }) with { Note = "指定訪問看護年月より後" },
            ColumnsOf<MonthBundle>.May.Date("visitsCompleteFrom", "訪問の記録がそろっている最初の日", b => b.VisitsCompleteFrom, (b, x) => b with { VisitsCompleteFrom = x })
                with { Note = "週をまたぐ回数を数えるため、月の最初の週の日曜日以前にする。空のときは月の初日" },
        ],
        b => [b], (b, rows) => b with { Month = rows[0].Month, BillingMonth = rows[0].BillingMonth, VisitsCompleteFrom = rows[0].VisitsCompleteFrom });

    public static readonly BundleTable<Station> Station = new("station", "訪問看護ステーション", TableRows.One,
        new() { Key = "", Code = "", Prefecture = "", Name = "" }, [
            ColumnsOf<Station>.Key(s => s.Key, (s, x) => s with { Key = x }),
            ColumnsOf<Station>.Must.Digits("code", "訪問看護ステーションコード", [7], s => s.Code, (s, x) => s with { Code = x }) with { Note = "都道府県と点数表を除いた7桁" },
            ColumnsOf<Station>.Must.Code("prefecture", "都道府県", "02", s => s.Prefecture, (s, x) => s with { Prefecture = x }),
            ColumnsOf<Station>.Must.FullWidth("name", "届け出た名称", 20, s => s.Name, (s, x) => s with { Name = x }),
            ColumnsOf<Station>.May.Free("address", "所在地", 100, s => s.Address, (s, x) => s with { Address = x }),
            ColumnsOf<Station>.May.EitherWidth("phone", "電話番号", 15, s => s.Phone, (s, x) => s with { Phone = x }) with { Note = "半角の数字と - ( )" },
            ColumnsOf<Station>.May.EitherWidth("careOfficeNumber", "介護保険の事業所番号", 10, s => s.CareOfficeNumber, (s, x) => s with { CareOfficeNumber = x }) with { Note = "介護保険を請求しないときは空" },
            ColumnsOf<Station>.May.Digits("careRegion", "介護保険の地域区分コード", [1], s => s.CareRegion, (s, x) => s with { CareRegion = x }) with { Note = "1＝1級地、6＝2級地、7＝3級地、2＝4級地、3＝5級地、4＝6級地、9＝7級地、5＝その他" },
        ],
        b => [b.Station], (b, rows) => b with { Station = rows[0] });

    public static readonly BundleTable<FacilityStandard> FacilityStandards = new("facilityStandards", "施設基準の届出", TableRows.AnyOrAbsent,
        new() { Key = "", Code = "", From = default }, [
            ColumnsOf<FacilityStandard>.Key(f => f.Key, (f, x) => f with { Key = x }),
            ColumnsOf<FacilityStandard>.Must.Digits("code", "施設基準コード", [4], f => f.Code, (f, x) => f with { Code = x }) with { Note = "1604＝24時間対応体制加算 など" },
            ColumnsOf<FacilityStandard>.Must.Date("from", "算定開始日", f => f.From, (f, x) => f with { From = x }),
            ColumnsOf<FacilityStandard>.May.End("until", "終了日", "from", f => f.Until, (f, x) => f with { Until = x }),
        ],
        b => b.FacilityStandards, (b, rows) => b with { FacilityStandards = rows });

    public static readonly BundleTable<StaffMember> Staff = new("staff", "職員", TableRows.Any,
        new() { Key = "", Name = "", Licence = Licence.Nurse, EmployedFrom = default }, [
            ColumnsOf<StaffMember>.Key(s => s.Key, (s, x) => s with { Key = x }),
            ColumnsOf<StaffMember>.Must.Free("name", "氏名", 40, s => s.Name, (s, x) => s with { Name = x }),
            ColumnsOf<StaffMember>.Must.Word("licence", "職種", StationWords.Licences, s => s.Licence, (s, x) => s with { Licence = x }),
            ColumnsOf<StaffMember>.May.Word("office", "主たる・従たるステーション", StationWords.Offices, s => s.Office, (s, x) => s with { Office = x }),
            ColumnsOf<StaffMember>.Must.Date("employedFrom", "勤務の開始日", s => s.EmployedFrom, (s, x) => s with { EmployedFrom = x }),
            ColumnsOf<StaffMember>.May.End("employedUntil", "勤務の終了日", "employedFrom", s => s.EmployedUntil, (s, x) => s with { EmployedUntil = x }),
            ColumnsOf<StaffMember>.May.Date("psychiatricFrom", "精神科訪問看護の要件を満たした日", s => s.PsychiatricFrom, (s, x) => s with { PsychiatricFrom = x }),
        ],
        b => b.Staff, (b, rows) => b with { Staff = rows });

    public static readonly BundleTable<StaffTraining> Trainings = new("trainings", "専門の研修", TableRows.AnyOrAbsent,
        new() { Key = "", Staff = "", Field = TrainingField.Palliative, CompletedOn = default }, [
            ColumnsOf<StaffTraining>.Key(t => t.Key, (t, x) => t with { Key = x }),
            ColumnsOf<StaffTraining>.Must.Reference("staff", "職員", "staff", t => t.Staff, (t, x) => t with { Staff = x }),
            ColumnsOf<StaffTraining>.Must.Word("field", "研修の分野", StationWords.TrainingFields, t => t.Field, (t, x) => t with { Field = x }),
            ColumnsOf<StaffTraining>.Must.Date("completedOn", "修了日", t => t.CompletedOn, (t, x) => t with { CompletedOn = x }),
        ],
        b => b.Trainings, (b, rows) => b with { Trainings = rows });

    public static readonly BundleTable<Building> Buildings = new("buildings", "建物", TableRows.AnyOrAbsent,
        new() { Key = "", Name = "" }, [
            ColumnsOf<Building>.Key(b => b.Key, (b, x) => b with { Key = x }),
            ColumnsOf<Building>.Must.Free("name", "名称", 100, b => b.Name, (b, x) => b with { Name = x }),
            ColumnsOf<Building>.May.Free("site", "同一敷地", 100, b => b.Site, (b, x) => b with { Site = x }) with { Note = "同じ敷地の建物に同じ文字を入れる。1棟だけなら空" },
            ColumnsOf<Building>.May.Date("inclusiveCareFrom", "包括型訪問看護療養費の届出の開始日", b => b.InclusiveCareFrom, (b, x) => b with { InclusiveCareFrom = x }),
        ],
        b => b.Buildings, (b, rows) => b with { Buildings = rows });
}
