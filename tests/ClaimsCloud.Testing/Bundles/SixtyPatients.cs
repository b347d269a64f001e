using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Testing.Bundles;

/// <summary>A fictional month with sixty patients: every family of fees, both payers, none to four public expenses, buildings of three and of twelve.</summary>
public static class SixtyPatients {
    private static readonly string[] Standards2024 = [
        "1604", "1605", "1606", "1607", "1608", "1609", "1611", "1613", "1614", "1616", "1617", "1619", "1624", "0892", "0893", "0902",
    ];

    private static readonly string[] Standards2026 = [.. Standards2024, "1639", "1640", "1641", "1642", "1645", "0923"];

    public static MonthBundle Of(int year, int month) {
        var from2026 = year * 12 + month >= 2026 * 12 + 6;
        var scene = new StationScene(year, month).Files(from2026 ? Standards2026 : Standards2024).Building("三人の家").Building("十二人の家", "敷地", new(2026, 6, 1)).Building("離れ", "敷地");
        scene.Staff.Add(new() { Key = "精神保健福祉士", Name = "架空　職員", Licence = Licence.PsychiatricSocialWorker, EmployedFrom = new(2020, 4, 1), PsychiatricFrom = new(2021, 4, 1) });
        for (var i = 0; i < 60; i++) {
            var patient = scene.Patient($"利用者{i:00}");
            Insure(patient, i);
            if (i < 3) Plain(patient.LivesIn("三人の家"));
            else if (i < 15) Resident(patient.LivesIn(i % 2 == 0 ? "十二人の家" : "離れ"), i, from2026);
            else Stories[(i - 15) % Stories.Length](patient);
        }
        return scene.Bundle;
    }

    /// <summary>A payer's number with its check digit.</summary>
    public static string Number(string body) => body + CheckDigit.Of(body);

    private static void Insure(PatientScene p, int i) {
        switch (i % 6) {
            case 1: p.Insured(c => c with { InsurerNumber = Number("13812"), Relation = InsuredRelation.Family }); break;
            case 2:
                p.But(b => b with { BirthDate = new(1940, 3, 8) }).Insured(c => c with { InsurerNumber = Number("3913123"), Number = "１" + c.Number, Symbol = "", BranchNumber = "", BenefitPercent = 90 });
                break;
            case 3: p.But(b => b with { BirthDate = new(1952, 2, 1) }).Insured(c => c with { BenefitPercent = 80 }); break;
            case 4: p.Limits.Add(new() { Key = p.Row(), Patient = p.Key, From = new(2024, 1, 1), Class = LimitClass.C }); break;
        }
        switch (i % 7) {
            case 1: p.Public(Number("5413600"), c => c with { SharePercent = 20, MonthlyCapYen = 10_000 }); break;
            case 2: p.Public(Number("2113600"), c => c with { SharePercent = 10, MonthlyCapYen = 5_000, Scope = PublicExpenseScope.Psychiatric }); break;
            case 3: p.Public(Number("5413600"), c => c with { SharePercent = 20, MonthlyCapYen = 5_000 }).Public(Number("8013600"), c => c with { MonthlyCapYen = 500 }); break;
            case 4: p.Public(Number("1513600"), c => c with { SharePercent = 10, MonthlyCapYen = 5_000 }).Public(Number("5413600"), c => c with { SharePercent = 20, MonthlyCapYen = 2_500 }).Public(Number("1213600")); break;
            case 5:
                p.Public(Number("1513600"), c => c with { SharePercent = 10, MonthlyCapYen = 5_000 }).Public(Number("5413600"), c => c with { SharePercent = 20, MonthlyCapYen = 2_500 })
                    .Public(Number("8013600"), c => c with { LocalOrder = 1, MonthlyCapYen = 500 }).Public(Number("8113600"), c => c with { LocalOrder = 2 });
                break;
        }
    }

    private static void Plain(PatientScene p) {
        foreach (var day in Days) p.Visit(day);
    }

    private static void Resident(PatientScene p, int i, bool from2026) {
        if (i is 8 or 10) {
            Observed(p.But(b => b with { BirthDate = new(1970 + i, 4, 1) }));
        } else if (i == 4) {
            foreach (var day in Days) p.Psychiatric(day);
        } else if (i == 14 && from2026) {
            foreach (var day in Days)
                p.Visit(day, from: "09:00", minutes: 30, kind: VisitKind.InclusiveCare).Visit(day, from: "14:00", minutes: 30, kind: VisitKind.InclusiveCare).Visit(day, from: "19:00", minutes: 30, kind: VisitKind.InclusiveCare);
        } else if (i % 3 == 0) {
            p.With("001");
            foreach (var day in Days) p.Visit(day, v => v with { HourWishedByPatient = true }, from: "07:00").Visit(day, from: "15:00");
        } else {
            Plain(p);
            if (i == 5) p.Visits[4] = p.Visits[4] with { Kind = VisitKind.SpecialistJoint, Staff = "専門看護師", SpecialistCode = "01" };
        }
    }

    private static void Observed(PatientScene p) {
        p.Instruct("05", 1, 28).Public(Number("3013600")).Visit(4, kind: VisitKind.MedicalObservation).Visit(6, kind: VisitKind.MedicalObservation, minutes: 25);
        if (p.Day(1) >= new DateOnly(2026, 6, 1)) p.Visit(11, kind: VisitKind.MedicalObservationLeave);
        p.Cards.Clear();
        p.PublicExpenses.RemoveAll(c => !c.PayerNumber.StartsWith("30", StringComparison.Ordinal));
    }

    private static readonly int[] Days = [3, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28];

    private static readonly Action<PatientScene>[] Stories = [
        p => { foreach (var day in Days) p.Visit(day, staff: "准看護師"); p.Agree(AgreementKind.AroundTheClock).Agree(AgreementKind.DigitalInformation); },
        p => { foreach (var day in Days) p.Visit(day, staff: "理学療法士", minutes: 60); },
        p => p.With("001").With("041").Agree(AgreementKind.SpecialManagement).Visit(3).Visit(3, from: "16:00").Visit(4, from: "09:00").Visit(4, from: "13:00").Visit(4, from: "17:00").Visit(5, minutes: 100),
        p => { p.Instruct("02", 10, 23); for (var day = 10; day <= 23; day++) p.Visit(day); },
        p => Child(p).With("091").Visit(3, minutes: 120).Visit(5, minutes: 120),
        p => Child(p).Visit(3).Visit(10),
        p => { foreach (var day in Days) p.Psychiatric(day); },
        p => p.Psychiatric(4, 25).Psychiatric(6, 25, staff: "准看護師").Psychiatric(11, 45, staff: "作業療法士"),
        p => {
            p.Condition = p.Condition with { PsychiatricSupport = PsychiatricSupport.TwiceWeekly };
            p.Psychiatric(4).Psychiatric(4, from: "16:00").Psychiatric(6, from: "09:00").Psychiatric(6, from: "13:00").Psychiatric(6, from: "17:00").Act(CollaborationKind.PsychiatricSevere, 5);
        },
        p => p.With("001").Visit(4, With("看護師２", CompanionReason.Illness)).Visit(5, With("看護補助者", CompanionReason.Illness)).Visit(11, With("准看護師", CompanionReason.Illness)),
        p => p.Visit(4, With("看護補助者", CompanionReason.Violence)).Visit(6, With("看護補助者", CompanionReason.Physical)),
        p => p.Psychiatric(4, but: With("看護師２", CompanionReason.Violence)).Psychiatric(11, but: With("精神保健福祉士", CompanionReason.Violence)).Psychiatric(13, but: With("准看護師", CompanionReason.Violence)),
        p => p.Visit(4, v => v with { HourWishedByPatient = true }, from: "19:00").Visit(6, v => v with { HourWishedByPatient = true }, from: "23:00").Psychiatric(12, from: "06:30", but: v => v with { HourWishedByPatient = true }),
        p => p.Visit(4, v => v with { EmergencyReason = "発熱のため" }).Visit(6).Psychiatric(12, but: v => v with { EmergencyReason = "不穏のため" }),
        p => p.LivesInSpecialArea().Visit(4, v => v with { TravelMinutes = 75 }).Psychiatric(6, but: v => v with { TravelMinutes = 75 }),
        p => {
            p.Ends.Add(new() {
                Key = p.Row(), Patient = p.Key, Date = p.Day(20), Time = new(4, 10), Reason = "04", DeathDate = p.Day(20), DeathTime = new(4, 10), DeathPlace = "01", TerminalCare = TerminalCare.Home, RemoteDiagnosisStaff = "看護師",
            });
            p.With("001").Agree(AgreementKind.TerminalCare).Visit(17).Visit(19);
        },
        p => {
            p.Guidances.Add(new() { Key = p.Row(), Patient = p.Key, Kind = DischargeGuidanceKind.Joint, Date = p.Day(2), Discharge = p.Day(4), Staff = "看護師", Minutes = 40 });
            p.Guidances.Add(new() { Key = p.Row(), Patient = p.Key, Kind = DischargeGuidanceKind.DischargeDay, Date = p.Day(4), Discharge = p.Day(4), Staff = "看護師", Minutes = 100 });
            p.With("041").Visit(6).Visit(7);
        },
        p => p.With("001").Visit(4).Letter(10, "01").Letter(11, "10").Letter(12, "21"),
        p => p.Visit(5).Visit(12, v => v with { SpecialistCode = "01" }, "専門看護師", kind: VisitKind.SpecialistJoint).Visit(14, v => v with { SpecialistCode = "11" }, "専門看護師"),
        p => p.Visit(5).Visit(12, kind: VisitKind.OvernightLeave).Psychiatric(14).Visit(20, kind: VisitKind.PsychiatricOvernightLeave),
        Observed,
        p => {
            p.PublicExpenses.Clear();
            p.Public(Number("1213600")).Visit(4).Visit(6).Act(CollaborationKind.SharedGuidance, 5).Act(CollaborationKind.EmergencyConference, 6).Act(CollaborationKind.CareStaff, 7);
            p.Cards.Clear();
        },
        p => {
            p.Cards[0] = p.Cards[0] with { Until = p.Day(14) };
            p.Cards.Add(p.Cards[0] with { Key = p.Row(), From = p.Day(15), Until = null, InsurerNumber = Number("13812"), Number = "７６５４３２１", BenefitPercent = 70 });
            p.Visit(4).Visit(6).Visit(18).Visit(20);
        },
        p => p.With("045").Visit(4).Act(CollaborationKind.MedicalInformation, 5).Act(CollaborationKind.RemoteConsultation, 4),
        p => { p.Notes.Add(new() { Key = p.Row(), Patient = p.Key, Code = "810000001", Text = "架空のコメント" }); Plain(p); },
    ];

    private static Func<Visit, Visit> With(string companion, CompanionReason reason) => v => v with { Companions = [companion], CompanionReason = reason };

    private static PatientScene Child(PatientScene p) =>
        p.But(b => b with { BirthDate = new(2022, 9, 9), ServiceStart = new(2024, 3, 4) }).Insured(c => c with { InsurerNumber = Number("0113001"), Number = c.Number[^7..], Relation = InsuredRelation.Family, BenefitPercent = 80, Symbol = "１２３４５６７", BranchNumber = "02" });
}
