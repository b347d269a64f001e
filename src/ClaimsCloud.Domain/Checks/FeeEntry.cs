using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks;

/// <summary>A fee of the schedule with what the checks ask of it again and again, worked out once.</summary>
internal sealed class FeeEntry {
    private readonly int? _onlyYen;

    public FeeEntry(Fee fee, int index) {
        (Fee, Index) = (fee, index);
        if (fee.Amounts.Count == 1) _onlyYen = fee.YenOn(fee.ValidFrom);
        Family = fee.Conditions?.Family;
        foreach (var code in fee.StaffCodes)
            if (StaffPairs.Companions(code) is null) StaffMask |= 1 << int.Parse(code);
        foreach (var kind in fee.InstructionKinds) InstructionMask |= 1 << int.Parse(kind);
        foreach (var limit in fee.Limits) {
            if (limit.Unit == LimitUnit.Day) DayMax = limit.Max;
            if (limit.Unit == LimitUnit.Week) WeekMax = limit.Max;
            if (limit.Unit == LimitUnit.Month) MonthMax = limit.Max;
            if (limit.Unit == LimitUnit.Admission) AdmissionMax = limit.Max;
            if (limit.Unit == LimitUnit.Patient) PatientMax = limit.Max;
        }
        Care = Family switch {
            FeeFamily.Psychiatric1 or FeeFamily.Psychiatric3 or FeeFamily.Psychiatric4 => CareKind.Psychiatric,
            FeeFamily.Observation1 or FeeFamily.Observation3 or FeeFamily.Observation4 => CareKind.Observation,
            _ => fee.Conditions?.Care is [var only] ? only : CareKind.General,
        };
        IsVisit = Family is >= FeeFamily.Basic1 and <= FeeFamily.Observation4 or FeeFamily.Inclusive;
        MakesDay = IsVisit || Family == FeeFamily.Emergency;
        CountsInWeek = Family is FeeFamily.Basic1 or FeeFamily.Basic2 or FeeFamily.Psychiatric1 or FeeFamily.Psychiatric3 or FeeFamily.Observation1 or FeeFamily.Observation3;
        IsManagement = Family is FeeFamily.ManagementFirst or FeeFamily.ManagementLater;
        AsksStaff = fee.StaffCodes.Count > 0;
        StandardChoice = fee.FacilityStandards.Count == 0 || Care == CareKind.Observation ? 0 : Family switch {
            FeeFamily.AroundTheClock => 1,
            FeeFamily.ManagementLater => 2,
            FeeFamily.ManagementFirst => 3,
            FeeFamily.BaseUp2 => 4,
            _ => 0,
        };
    }

    public Fee Fee { get; }

    /// <summary>KA 金額 on the day.</summary>
    public int YenOn(DateOnly day) => _onlyYen ?? Fee.YenOn(day);

    /// <summary>Place in the schedule, from 0.</summary>
    public int Index { get; }

    /// <summary>Null for a code that only an imported master has: rules of meaning do not know it.</summary>
    public FeeFamily? Family { get; }

    /// <summary>Bits 1–10 of the 別表20 codes of a first visit that the fee admits; 0 when none is recorded or pairs are.</summary>
    public int StaffMask { get; }

    /// <summary>Bits 1–6 of the 指示区分 that the fee admits.</summary>
    public int InstructionMask { get; }

    /// <summary>算定回数限度; 0 for none.</summary>
    public int DayMax { get; }
    public int WeekMax { get; }
    public int MonthMax { get; }
    public int AdmissionMax { get; }
    public int PatientMax { get; }

    /// <summary>What it does to any other fee or any other to it, all together.</summary>
    public Clash Clashes { get; private set; }

    /// <summary>The fee checks that are about it, each with its bit.</summary>
    public UInt128 Checks { get; private set; }

    /// <summary>Those of <see cref="Checks"/> that look at more than the line.</summary>
    public UInt128 ChecksBeyondLine { get; private set; }

    /// <summary>The table is complete: how the fee stands among the others, and which checks it meets.</summary>
    public void Complete(Clash clashes) {
        Clashes = clashes;
        foreach (var check in RuleCatalog.FeeChecks)
            if (check.AppliesTo(this)) {
                Checks |= check.Bit;
                if (check is not LoneLineCheck) ChecksBeyondLine |= check.Bit;
            }
    }

    public string Code => Fee.Code;

    /// <summary>Code and name as a message shows them, long names cut.</summary>
    public string Shown => Fee.Name.Length <= 24 ? $"{Code}（{Fee.Name}）" : $"{Code}（{Fee.Name[..23]}…）";

    public CareKind Care { get; }

    /// <summary>A base fee of a visit: basic, psychiatric or 医療観察, not the management fee.</summary>
    public bool IsVisit { get; }

    /// <summary>A line of it is a visit that counts as a day (実日数): a base fee, or an emergency fee by itself.</summary>
    public bool MakesDay { get; }

    /// <summary>Counts among the days of the calendar week (基本（Ⅰ）（Ⅱ） without ハ, 精神科（Ⅰ）（Ⅲ）, 医療観察１・３).</summary>
    public bool CountsInWeek { get; }

    /// <summary>週４日目以降.</summary>
    public bool IsFromFourthDay => Fee.Conditions?.WeekDay is { From: 4 };

    /// <summary>週３日目まで.</summary>
    public bool IsToThirdDay => Fee.Conditions?.WeekDay is { To: 3 };

    public bool IsManagement { get; }

    /// <summary>職種等 are recorded with it.</summary>
    public bool AsksStaff { get; }

    /// <summary>Which choice of the station the fee shows, 1–4: one for all codes that exclude each other by 届出; 0 for none.</summary>
    public int StandardChoice { get; }

    public bool IsDesignated => Fee.Conditions?.Case == FeeCase.Designated;
}
