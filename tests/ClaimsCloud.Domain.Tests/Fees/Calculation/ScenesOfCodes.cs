using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Domain.Tests.Fees.Calculation;

/// <summary>Words for months that reach a code.</summary>
internal static class ScenesOfCodes {
    private static readonly FeeFamily[] Exclusive = [
        FeeFamily.ManagementFirst, FeeFamily.ManagementLater, FeeFamily.AroundTheClock, FeeFamily.CareStaffSupport, FeeFamily.Inclusive, FeeFamily.BaseUp1, FeeFamily.BaseUp1Continued, FeeFamily.BaseUp2, FeeFamily.BaseUp2Continued,
    ];

    /// <summary>Every tier of users in a building of both schedules.</summary>
    public static readonly int[] Sizes = [1, 2, 3, 10, 20, 50];

    /// <summary>So many users who all live the same month; one lives alone in a house.</summary>
    public static StationScene Of(int year, int users, Action<PatientScene> tell) {
        var scene = Filing(year, ["1617", "1604", "902", "893", "1641"], users == 1 ? tell : _ => { });
        if (users == 1) return scene;
        scene.Patients.Clear();
        for (var i = 0; i < users; i++) tell(scene.Patient($"利用者{i:00}").LivesIn("家"));
        return scene;
    }

    /// <summary>Files all standards that exclude no other, and these.</summary>
    public static StationScene Filing(int year, IReadOnlyList<string> standards, Action<PatientScene> tell) {
        var scene = new StationScene(year, 6);
        var common = FeeSchedules.BuiltIn.For(scene.Month)!.Fees.Where(f => !Exclusive.Contains(f.Conditions!.Family)).SelectMany(f => f.FacilityStandards);
        scene.Files([.. common.Concat(standards).Distinct()]).Building("家", inclusiveFrom: new(2026, 6, 1));
        tell(scene.Patient("患者"));
        return scene;
    }

    /// <summary>One set for each code of the families that exclude each other.</summary>
    public static IEnumerable<IReadOnlyList<string>> StandardsOfTiers(int year) =>
        FeeSchedules.BuiltIn.For(new StationScene(year, 6).Month)!.Fees.Where(f => Exclusive.Contains(f.Conditions!.Family)).Select(f => (IReadOnlyList<string>)[.. f.FacilityStandards, "892"])
            .DistinctBy(s => string.Join(' ', s));

    public static PatientScene Daily(this PatientScene p, int days, Action<int> visit) {
        for (var day = 1; day <= days; day++) visit(day);
        return p;
    }

    public static PatientScene Special(this PatientScene p, string kind) => p.Instruct(kind, 1, 30);

    public static PatientScene Observed(this PatientScene p) => p.Instruct("05", 1, 30).Instruct("06", 1, 30);

    public static PatientScene Aged(this PatientScene p, int year, int age) => p.But(b => b with { BirthDate = new(year - age, 1, 1) });

    public static PatientScene Supported(this PatientScene p, PsychiatricSupport support) {
        p.Condition = p.Condition with { PsychiatricSupport = support };
        return p;
    }

    public static PatientScene Documented(this PatientScene p) {
        p.Condition = p.Condition with { ProcedureDocument = p.Day(1) };
        return p;
    }

    public static PatientScene Acted(this PatientScene p) =>
        p.Act(CollaborationKind.SharedGuidance, 3).Act(CollaborationKind.EmergencyConference, 3).Act(CollaborationKind.RemoteConsultation, 3);

    public static PatientScene Discharged(this PatientScene p, int day, int minutes) {
        foreach (var kind in new[] { DischargeGuidanceKind.Joint, DischargeGuidanceKind.DischargeDay })
            p.Guidances.Add(new() { Key = p.Row(), Patient = p.Key, Kind = kind, Date = p.Day(day), Discharge = p.Day(day), Staff = "看護師", Minutes = minutes });
        return p;
    }

    public static PatientScene Died(this PatientScene p, int day, TerminalCare terminal) {
        p.Ends.Add(new() {
            Key = p.Row(), Patient = p.Key, Date = p.Day(day), Time = new(9, 0), Reason = "04", DeathDate = p.Day(day), DeathTime = new(9, 0), DeathPlace = "01", TerminalCare = terminal, RemoteDiagnosisStaff = "看護師",
        });
        return p.With("001").Agree(AgreementKind.TerminalCare);
    }
}
