using System.Collections.Frozen;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Codes;

/// <summary>When a visit began: 夜間早朝 is 18–22 and 6–8, 深夜 22–6.</summary>
public enum CareHour { Day, EarlyOrEvening, Night }

/// <summary>複数名訪問: Ⅰ with nursing staff, Ⅱ with an aide; under 30 minutes or longer.</summary>
public enum CareCompanion { None, StaffShort, StaffLong, AideShort, AideLong }

/// <summary>What changes the units of a visit beside its length.</summary>
[Flags]
public enum CareVisitTraits {
    None = 0,
    /// <summary>准看護師.</summary>
    AssistantNurse = 1,
    /// <summary>Therapists more than twice a day (２超).</summary>
    OverTwice = 2,
    /// <summary>高齢者虐待防止措置未実施.</summary>
    AbusePreventionMissing = 4,
    /// <summary>業務継続計画未策定.</summary>
    ContinuityPlanMissing = 8,
    /// <summary>長時間訪問看護加算.</summary>
    Lengthy = 16,
}

/// <summary>A kind of visit: what the name of a base code says (訪看Ⅰ３・准・夜・複１１).</summary>
/// <param name="Part">Ⅰ１–Ⅰ５ for a station, Ⅱ１–Ⅱ４ for a hospital.</param>
public readonly record struct CareVisitCode(string Part, CareVisitTraits Traits, CareHour Hour, CareCompanion Companion) {
    private static readonly FrozenDictionary<string, int> PartUnits = DataFile.Rows("kaigo/2024-04/visit-units.csv").ToFrozenDictionary(r => r["part"], r => r.Number("units"));
    private static readonly string[] CompanionParts = ["", "複１１", "複１２", "複２１", "複２２"];

    /// <summary>
    /// Units of 訪問看護 (13): the base; 90 % for 准看護師 and ２超; less 1 % of the base for each neglected duty; 125 % or 150 % by the hour; then companions and long
    /// visits. Every product is rounded half up (verified against all 1,068 codes of the official table).
    /// </summary>
    public int Units() {
        var basic = PartUnits[Part];
        var units = basic;
        if (Traits.HasFlag(CareVisitTraits.AssistantNurse)) units = Percent(units, 90);
        if (Traits.HasFlag(CareVisitTraits.OverTwice)) units = Percent(units, 90);
        if (Traits.HasFlag(CareVisitTraits.AbusePreventionMissing)) units -= Percent(basic, 1);
        if (Traits.HasFlag(CareVisitTraits.ContinuityPlanMissing)) units -= Percent(basic, 1);
        units = Percent(units, Hour switch { CareHour.EarlyOrEvening => 125, CareHour.Night => 150, _ => 100 });
        if (Companion != CareCompanion.None) units += PartUnits[CompanionParts[(int)Companion]];
        return Traits.HasFlag(CareVisitTraits.Lengthy) ? units + PartUnits["長"] : units;
    }

    /// <summary>Reads the name of a base code of 13 or 63; null for every other name.</summary>
    public static CareVisitCode? Parse(string name) {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.Split('・');
        var head = parts[0].TrimStart('予');
        if (!head.StartsWith("訪看", StringComparison.Ordinal) || !PartUnits.ContainsKey(head[2..]) || head.Length != 4) return null;
        var visit = new CareVisitCode(head[2..], CareVisitTraits.None, CareHour.Day, CareCompanion.None);
        foreach (var part in parts.AsSpan(1)) {
            var companion = Array.IndexOf(CompanionParts, part);
            var trait = part switch {
                "准" => CareVisitTraits.AssistantNurse, "２超" => CareVisitTraits.OverTwice, "虐防" => CareVisitTraits.AbusePreventionMissing,
                "業未" => CareVisitTraits.ContinuityPlanMissing, "長" => CareVisitTraits.Lengthy, _ => CareVisitTraits.None,
            };
            if (companion > 0) visit = visit with { Companion = (CareCompanion)companion };
            else if (part is "夜" or "深") visit = visit with { Hour = part == "夜" ? CareHour.EarlyOrEvening : CareHour.Night };
            else if (trait != CareVisitTraits.None) visit = visit with { Traits = visit.Traits | trait };
            else return null;
        }
        return visit;
    }

    internal static int Percent(int units, int percent) => ((units * percent) + 50) / 100;
}
