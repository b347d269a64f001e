namespace ClaimsCloud.Domain.Bundles.Reading.Tables;

/// <summary>Orders, visits and what others do for the patient.</summary>
internal static class CareTables {
    public static readonly BundleTable<Instruction> Instructions = new("instructions", "訪問看護指示書", TableRows.Any,
        new() { Key = "", Patient = "", Kind = "", From = default, Until = default, Prefecture = "", FeeTable = "", InstitutionCode = "", InstitutionName = "", Physician = "" }, [
            ColumnsOf<Instruction>.Key(i => i.Key, (i, x) => i with { Key = x }),
            ColumnsOf<Instruction>.Patient(i => i.Patient, (i, x) => i with { Patient = x }),
            ColumnsOf<Instruction>.Must.Code("kind", "指示区分", "12", i => i.Kind, (i, x) => i with { Kind = x }),
            ColumnsOf<Instruction>.Must.Date("from", "指示期間の開始日", i => i.From, (i, x) => i with { From = x }),
            ColumnsOf<Instruction>.Must.End("until", "指示期間の終了日", "from", i => i.Until, (i, x) => i with { Until = x }),
            ColumnsOf<Instruction>.Must.Code("prefecture", "医療機関の都道府県", "02", i => i.Prefecture, (i, x) => i with { Prefecture = x }),
            ColumnsOf<Instruction>.Must.Code("feeTable", "医療機関の点数表", "03", i => i.FeeTable, (i, x) => i with { FeeTable = x }) with { NotCodes = ["6"] },
            ColumnsOf<Instruction>.Must.Digits("institutionCode", "医療機関コード", [7], i => i.InstitutionCode, (i, x) => i with { InstitutionCode = x }) with { Note = "不明なときは0000000" },
            ColumnsOf<Instruction>.Must.FullWidth("institutionName", "医療機関の名称", 20, i => i.InstitutionName, (i, x) => i with { InstitutionName = x }),
            ColumnsOf<Instruction>.Must.Name("physician", "主治医の氏名", i => i.Physician, (i, x) => i with { Physician = x }),
            ColumnsOf<Instruction>.May.Date("lastReport", "主治医への直近報告年月日", i => i.LastReport, (i, x) => i with { LastReport = x }),
            ColumnsOf<Instruction>.May.YesNo("severalStaffNeeded", "複数名訪問の必要性", i => i.SeveralStaffNeeded, (i, x) => i with { SeveralStaffNeeded = x }),
        ],
        b => b.Instructions, (b, rows) => b with { Instructions = rows });

    public static readonly BundleTable<OtherStation> OtherStations = new("otherStations", "他の訪問看護ステーション", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", From = default, Prefecture = "", Code = "", Address = "", Name = "" }, [
            ColumnsOf<OtherStation>.Key(o => o.Key, (o, x) => o with { Key = x }),
            ColumnsOf<OtherStation>.Patient(o => o.Patient, (o, x) => o with { Patient = x }),
            ColumnsOf<OtherStation>.Must.Date("from", "開始日", o => o.From, (o, x) => o with { From = x }),
            ColumnsOf<OtherStation>.May.End("until", "終了日", "from", o => o.Until, (o, x) => o with { Until = x }),
            ColumnsOf<OtherStation>.Must.Code("prefecture", "都道府県", "02", o => o.Prefecture, (o, x) => o with { Prefecture = x }),
            ColumnsOf<OtherStation>.Must.Digits("code", "訪問看護ステーションコード", [7], o => o.Code, (o, x) => o with { Code = x }) with { Note = "不明なときは0000000" },
            ColumnsOf<OtherStation>.Must.FullWidth("address", "所在地", 65, o => o.Address, (o, x) => o with { Address = x }),
            ColumnsOf<OtherStation>.Must.FullWidth("name", "名称", 20, o => o.Name, (o, x) => o with { Name = x }),
            ColumnsOf<OtherStation>.May.Dates("visitDays", "訪問した日", o => o.VisitDays, (o, x) => o with { VisitDays = x }),
            ColumnsOf<OtherStation>.May.YesNo("billsAroundTheClock", "24時間対応体制加算を請求", o => o.BillsAroundTheClock, (o, x) => o with { BillsAroundTheClock = x }),
        ],
        b => b.OtherStations, (b, rows) => b with { OtherStations = rows });

    public static readonly BundleTable<Visit> Visits = new("visits", "訪問", TableRows.Any,
        new() { Key = "", Patient = "", Date = default, Start = default, End = default, Staff = "" }, [
            ColumnsOf<Visit>.Key(v => v.Key, (v, x) => v with { Key = x }),
            ColumnsOf<Visit>.Patient(v => v.Patient, (v, x) => v with { Patient = x }),
            ColumnsOf<Visit>.Must.Date("date", "訪問日", v => v.Date, (v, x) => v with { Date = x }),
            ColumnsOf<Visit>.Must.Time("start", "開始時刻", v => v.Start, (v, x) => v with { Start = x }),
            ColumnsOf<Visit>.Must.Time("end", "終了時刻", v => v.End, (v, x) => v with { End = x }),
            ColumnsOf<Visit>.May.End("endDate", "終了の日", "date", v => v.EndDate, (v, x) => v with { EndDate = x }) with { Note = "日をまたぐ訪問だけ" },
            ColumnsOf<Visit>.May.Word("kind", "訪問の種類", CareWords.VisitKinds, v => v.Kind, (v, x) => v with { Kind = x }),
            ColumnsOf<Visit>.May.Word("payer", "支払い", CareWords.Payers, v => v.Payer, (v, x) => v with { Payer = x }),
            ColumnsOf<Visit>.Must.Reference("staff", "主として訪問した者", "staff", v => v.Staff, (v, x) => v with { Staff = x }),
            ColumnsOf<Visit>.May.References("companions", "同行した者", "staff", v => v.Companions, (v, x) => v with { Companions = x }),
            ColumnsOf<Visit>.May.Word("companionReason", "複数名訪問の理由", CareWords.CompanionReasons, v => v.CompanionReason, (v, x) => v with { CompanionReason = x })
                with { Note = "理由と同意がなければ空" },
            ColumnsOf<Visit>.May.Reference("building", "訪問した建物", "buildings", v => v.Building, (v, x) => v with { Building = x }) with { Note = "住まいと違うときだけ" },
            ColumnsOf<Visit>.May.FullWidth("emergencyReason", "緊急訪問看護の理由", 200, v => v.EmergencyReason, (v, x) => v with { EmergencyReason = x }) with { Note = "緊急でなければ空" },
            ColumnsOf<Visit>.May.YesNo("hourWishedByPatient", "夜間・早朝・深夜は利用者の希望", v => v.HourWishedByPatient, (v, x) => v with { HourWishedByPatient = x }),
            ColumnsOf<Visit>.May.Code("specialistCode", "専門の研修コード", "27", v => v.SpecialistCode, (v, x) => v with { SpecialistCode = x }),
            ColumnsOf<Visit>.May.Number("travelMinutes", "片道の移動時間", "分", 0..1439, v => v.TravelMinutes, (v, x) => v with { TravelMinutes = x }),
            ColumnsOf<Visit>.May.References("notPaidBy", "使わない公費", "publicExpenses", v => v.NotPaidBy, (v, x) => v with { NotPaidBy = x }),
            ColumnsOf<Visit>.May.Free("notes", "メモ", 1000, v => v.Notes, (v, x) => v with { Notes = x }) with { Note = "レセプトには記録しない" },
        ],
        b => b.Visits, (b, rows) => b with { Visits = rows }) { Note = "月の訪問と、記録がそろっている最初の日からの前の月の訪問" };
}
