namespace ClaimsCloud.Domain.Bundles.Reading.Tables;

/// <summary>What happened once: letters, guidance, conferences, the end of the service, comments.</summary>
internal static class MonthlyTables {
    public static readonly BundleTable<InformationLetter> InformationLetters = new("informationLetters", "情報提供", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", Date = default, Recipient = "" }, [
            ColumnsOf<InformationLetter>.Key(l => l.Key, (l, x) => l with { Key = x }),
            ColumnsOf<InformationLetter>.Patient(l => l.Patient, (l, x) => l with { Patient = x }),
            ColumnsOf<InformationLetter>.Must.Date("date", "提供した日", l => l.Date, (l, x) => l with { Date = x }),
            ColumnsOf<InformationLetter>.Must.Code("recipient", "情報提供先", "18", l => l.Recipient, (l, x) => l with { Recipient = x }),
            ColumnsOf<InformationLetter>.May.Month("previousMonth", "前回算定年月", l => l.PreviousMonth, (l, x) => l with { PreviousMonth = x }) with { Note = "情報提供療養費２" },
            ColumnsOf<InformationLetter>.May.Date("lastVisit", "最後の訪問日", l => l.LastVisit, (l, x) => l with { LastVisit = x }) with { Note = "情報提供療養費３で、前の月にあるとき" },
        ],
        b => b.InformationLetters, (b, rows) => b with { InformationLetters = rows });

    public static readonly BundleTable<DischargeGuidance> DischargeGuidances = new("dischargeGuidances", "退院時の指導", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", Kind = DischargeGuidanceKind.Joint, Date = default, Discharge = default, Staff = "", Minutes = 0 }, [
            ColumnsOf<DischargeGuidance>.Key(g => g.Key, (g, x) => g with { Key = x }),
            ColumnsOf<DischargeGuidance>.Patient(g => g.Patient, (g, x) => g with { Patient = x }),
            ColumnsOf<DischargeGuidance>.Must.Word("kind", "種類", CareWords.Guidances, g => g.Kind, (g, x) => g with { Kind = x }),
            ColumnsOf<DischargeGuidance>.Must.Date("date", "指導した日", g => g.Date, (g, x) => g with { Date = x }),
            ColumnsOf<DischargeGuidance>.Must.Date("discharge", "退院日", g => g.Discharge, (g, x) => g with { Discharge = x }),
            ColumnsOf<DischargeGuidance>.Must.Reference("staff", "職員", "staff", g => g.Staff, (g, x) => g with { Staff = x }),
            ColumnsOf<DischargeGuidance>.Must.Number("minutes", "時間の合計", "分", 0..1440, g => g.Minutes, (g, x) => g with { Minutes = x }),
            ColumnsOf<DischargeGuidance>.May.Date("readmission", "最初の訪問より前の再入院日", g => g.Readmission, (g, x) => g with { Readmission = x }),
        ],
        b => b.DischargeGuidances, (b, rows) => b with { DischargeGuidances = rows });

    public static readonly BundleTable<Collaboration> Collaborations = new("collaborations", "連携", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", Kind = CollaborationKind.SharedGuidance, Date = default, Staff = "" }, [
            ColumnsOf<Collaboration>.Key(c => c.Key, (c, x) => c with { Key = x }),
            ColumnsOf<Collaboration>.Patient(c => c.Patient, (c, x) => c with { Patient = x }),
            ColumnsOf<Collaboration>.Must.Word("kind", "種類", CareWords.Collaborations, c => c.Kind, (c, x) => c with { Kind = x }),
            ColumnsOf<Collaboration>.Must.Date("date", "日", c => c.Date, (c, x) => c with { Date = x }),
            ColumnsOf<Collaboration>.Must.Reference("staff", "職員", "staff", c => c.Staff, (c, x) => c with { Staff = x }),
        ],
        b => b.Collaborations, (b, rows) => b with { Collaborations = rows });

    public static readonly BundleTable<ServiceEnd> ServiceEnds = new("serviceEnds", "訪問終了・死亡", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", Date = default, Time = default, Reason = "" }, [
            ColumnsOf<ServiceEnd>.Key(e => e.Key, (e, x) => e with { Key = x }),
            ColumnsOf<ServiceEnd>.Patient(e => e.Patient, (e, x) => e with { Patient = x }),
            ColumnsOf<ServiceEnd>.Must.Date("date", "訪問終了年月日", e => e.Date, (e, x) => e with { Date = x }),
            ColumnsOf<ServiceEnd>.Must.Time("time", "訪問終了時刻", e => e.Time, (e, x) => e with { Time = x }),
            ColumnsOf<ServiceEnd>.Must.Code("reason", "訪問終了の状況", "15", e => e.Reason, (e, x) => e with { Reason = x }),
            ColumnsOf<ServiceEnd>.May.FullWidth("reasonText", "訪問終了の状況の文字データ", 10, e => e.ReasonText, (e, x) => e with { ReasonText = x }) with { Note = "99のとき" },
            ColumnsOf<ServiceEnd>.May.Date("deathDate", "死亡年月日", e => e.DeathDate, (e, x) => e with { DeathDate = x }),
            ColumnsOf<ServiceEnd>.May.Time("deathTime", "死亡時刻", e => e.DeathTime, (e, x) => e with { DeathTime = x }),
            ColumnsOf<ServiceEnd>.May.Code("deathPlace", "死亡の場所", "16", e => e.DeathPlace, (e, x) => e with { DeathPlace = x }),
            ColumnsOf<ServiceEnd>.May.FullWidth("deathPlaceText", "死亡の場所の文字データ", 10, e => e.DeathPlaceText, (e, x) => e with { DeathPlaceText = x }) with { Note = "99のとき" },
            ColumnsOf<ServiceEnd>.May.Word("terminalCare", "ターミナルケア療養費", CareWords.TerminalCares, e => e.TerminalCare, (e, x) => e with { TerminalCare = x }),
            ColumnsOf<ServiceEnd>.May.Reference("remoteDiagnosisStaff", "遠隔死亡診断を補助した職員", "staff", e => e.RemoteDiagnosisStaff, (e, x) => e with { RemoteDiagnosisStaff = x }),
        ],
        b => b.ServiceEnds, (b, rows) => b with { ServiceEnds = rows });

    public static readonly BundleTable<ClaimNote> Notes = new("notes", "コメント", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", Code = "" }, [
            ColumnsOf<ClaimNote>.Key(n => n.Key, (n, x) => n with { Key = x }),
            ColumnsOf<ClaimNote>.Patient(n => n.Patient, (n, x) => n with { Patient = x }),
            ColumnsOf<ClaimNote>.Must.Digits("code", "コメントコード", [9], n => n.Code, (n, x) => n with { Code = x }) with { Note = "810000001＝自由な文" },
            ColumnsOf<ClaimNote>.May.FullWidth("text", "文字データ", 200, n => n.Text, (n, x) => n with { Text = x }),
            ColumnsOf<ClaimNote>.May.Number("order", "レセプトでの順", "", 0..9999, n => n.Order, (n, x) => n with { Order = x }) with { Note = "小さい順" },
        ],
        b => b.Notes, (b, rows) => b with { Notes = rows });
}
