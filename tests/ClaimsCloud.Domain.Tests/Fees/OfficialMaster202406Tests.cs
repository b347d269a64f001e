using System.Globalization;
using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Tests.Fees;

/// <summary>Every column that our 2024-06 tables carry, against the official master where it is at hand.</summary>
public sealed class OfficialMaster202406Tests {
    private static readonly FeeSchedule Schedule = FeeSchedule.Release202406;

    [Fact]
    public void Every_fee_equals_its_official_row_in_the_official_order() {
        var rows = Table("a-basic.csv");
        var facility = Table("o-facility.csv").ToLookup(r => r[1], r => r[4]);
        var limits = Table("u-limits.csv").ToLookup(r => r[1], r => $"{r[4]}{r[5]}");
        var addOns = Table("i-base-addon.csv").Select(r => r[2]).ToHashSet();
        Assert.Equal(rows.Select(r => r[2]), Schedule.Fees.Select(f => f.Code));
        Assert.All(rows, row => {
            var fee = Schedule.Find(row[2])!;
            Assert.Equal(row[8], fee.Name);
            Assert.Equal((row[3], row[4], row[5]), (fee.Section, fee.Branch, fee.Item));
            Assert.Equal(row[14], fee.AmountKind switch { FeeAmountKind.Yen => "1", FeeAmountKind.Points => "3", _ => "5" });
            Assert.Equal(row[15], Assert.Single(fee.Amounts).Value.ToString(CultureInfo.InvariantCulture) + ".00");
            Assert.Equal((row[24], row[25]), ($"{fee.AgeFrom ?? 0:00}", $"{fee.AgeBelow ?? 0:00}"));
            Assert.Equal(row[28..43].Where(s => s != "00"), fee.StaffCodes);
            Assert.Equal(row[43], $"{(int)fee.VisitCount}");
            Assert.Equal(row[44..46].Where(s => s != "0").Select(s => "0" + s), fee.InstructionKinds);
            Assert.Equal(row[46] == "1", fee.StandsAlone);
            Assert.Equal((row[47], row[48]), (fee.AddOnGroup ?? "0000", fee.FacilityGroup ?? "0000"));
            Assert.Equal(facility[row[48]], fee.FacilityStandards);
            Assert.Equal(limits[row[2]], fee.Limits.Select(Official));
            Assert.Equal(addOns.Contains(row[2]) ? FeeRole.AddOn : row[47] != "0000" ? FeeRole.Base : FeeRole.Standalone, fee.Role);
            Assert.Equal((row[52], row[53], row[54]), (fee.Display.Area, fee.Display.Item, fee.Display.Order));
            Assert.Equal(string.Concat(row[55..65]), fee.Marks);
            Assert.Equal(row[66], fee.ReviewClass);
            Assert.Equal(row[27] == "1", fee.MedicalObservation);
            Assert.Equal((row[70], row[71]), ($"{fee.ValidFrom:yyyyMMdd}", fee.ValidTo == DateOnly.MaxValue ? "99999999" : $"{fee.ValidTo:yyyyMMdd}"));
        });
    }

    [Fact]
    public void The_groups_of_add_ons_are_the_official_ones() =>
        Assert.Equal(Table("i-base-addon.csv").Select(r => $"{r[1]} {r[2]} {r[4]}").Order(),
            Schedule.AddOnGroups.SelectMany(g => Schedule.AddOns(g).Select(a => $"{g} {a.Code} {a.Alternative}")).Order());

    [Fact]
    public void The_exclusions_expand_to_exactly_the_official_rows() =>
        Assert.Equal(Table("e-exclusions.csv").Select(r => $"{r[1]} {r[4]} {r[3]} {r[6]} {r[7]}").Order(),
            Schedule.Fees.SelectMany(f => Schedule.Exclusions(f.Code).Select(e => $"{f.Code} {e.Other} {(int)e.Effect} {(int)e.Unit + 1} {(int)e.Condition}")).Order());

    private static string Official(FeeLimit limit) => limit.Unit switch {
        LimitUnit.Day => "日", LimitUnit.Week => "週", LimitUnit.Month => "月", LimitUnit.First => "初回", LimitUnit.Admission => "入院中", _ => "患者当り",
    } + limit.Max;

    private static List<string[]> Table(string name) {
        var folder = Environment.GetEnvironmentVariable("CLAIMS_REFERENCE");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLAIMS_REFERENCE does not name the folder of the official documents");
        return OfficialTable.Read(Path.Combine(folder!, "masters-2024-06", name));
    }
}
