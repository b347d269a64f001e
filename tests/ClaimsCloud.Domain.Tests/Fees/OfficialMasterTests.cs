using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Master;
using ClaimsCloud.Domain.Records;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Fees;

public sealed class OfficialMasterTests {
    private static readonly Dictionary<string, (Action<MiniatureMaster> Break, string Finding)> Broken = new() {
        ["a column too few"] = (m => m.Limits.Add(["0", "510000110"]), "MS0003"),
        ["an amount with a fraction"] = (m => m.Fees[0][15] = "5550.50", "MS0006"),
        ["an unknown kind of amount"] = (m => m.Fees[0][14] = "7", "MS0006"),
        ["an impossible date"] = (m => m.Fees[0][70] = "20240631", "MS0006"),
        ["letters in a code"] = (m => m.Fees[0][2] = "51000011O", "MS0006"),
        ["a comma in a name"] = (m => m.Fees[0][8] = "基本,療養費", "MS0006"),
        ["a comma in a group of add-ons"] = (m => m.Fees[0][47] = m.AddOns[0][1] = "A,101", "MS0006"),
        ["a comma in a group of standards"] = (m => m.Fees[1][48] = m.Facilities[0][1] = "B,003", "MS0006"),
        ["an unknown unit of a limit"] = (m => m.Limits[0][3] = "999", "MS0006"),
        ["an unknown exclusion"] = (m => m.Exclusions[0][3] = "3", "MS0006"),
        ["a code twice"] = (m => m.Fees.Add(m.Fees[0]), "MS0007"),
        ["a limit of an unknown code"] = (m => m.Limits[0][1] = "510000210", "MS0008"),
        ["an exclusion of an unknown code"] = (m => m.Exclusions[0][4] = "510000210", "MS0008"),
        ["a missing add-on group"] = (m => m.Fees[0][47] = "A999", "MS0009"),
        ["a missing standard"] = (m => m.Facilities[0][1] = "B004", "MS0009"),
        ["a revision that is not known"] = (m => m.Fees[0][70] = "20300601", "MS0010"),
    };

    public static TheoryData<string> BrokenNames => [.. Broken.Keys];

    [Fact]
    public void A_master_becomes_a_schedule_whatever_its_files_are_called() {
        var files = new MiniatureMaster().Files;
        foreach (var order in (MasterFile[][])[[.. files], [.. files.Reverse()], [.. files.Select((f, i) => f with { Name = $"{9 - i}.csv" })]]) {
            var reading = OfficialMaster.Read(order, null);
            Assert.Empty(reading.Findings);
            var schedule = reading.Schedule!;
            Assert.Equal(("2024-06", ServiceMonth.Of(2024, 6), ServiceMonth.Of(2026, 5)), (schedule.Release, schedule.First, schedule.Last));
            Assert.Equal([(FeeRole.Base, 5550), (FeeRole.Standalone, 13230), (FeeRole.AddOn, 2650)], schedule.Fees.Select(f => (f.Role, f.AmountOn(new(2024, 6, 1)))));
            Assert.Equal("510002470", Assert.Single(schedule.AddOns("A101")).Code);
            Assert.Equal(new FeeLimit(LimitUnit.Day, 1), Assert.Single(schedule.Find("510000110")!.Limits));
            Assert.Equal("1610", Assert.Single(schedule.Find("550000110")!.FacilityStandards));
            Assert.Equal(ExclusionEffect.OtherFalls, Assert.Single(schedule.Exclusions("510000110")).Effect);
        }
    }

    [Theory, MemberData(nameof(BrokenNames))]
    public void What_cannot_be_read_is_named_and_nothing_is_used(string name) {
        var master = new MiniatureMaster();
        Broken[name].Break(master);
        var reading = OfficialMaster.Read(master.Files, null);
        Assert.Null(reading.Schedule);
        var finding = Assert.Single(reading.Findings.Where(f => f.IsError).DistinctBy(f => f.Code));
        Assert.Equal(Broken[name].Finding, finding.Code);
        Assert.NotEmpty(finding.Fix);
    }

    [Fact]
    public void Missing_doubled_and_foreign_files_are_named() {
        var files = new MiniatureMaster().Files;
        Assert.Equal("MS0001", Assert.Single(OfficialMaster.Read(files.Skip(1), null).Findings).Code);
        Assert.Equal("MS0002", Assert.Single(OfficialMaster.Read([.. files, files[0] with { Name = "r_a (1).csv" }], null).Findings).Code);
        Assert.Equal("MS0101", Assert.Single(OfficialMaster.Read([.. files, new("readme.csv", "a,b\r\n"u8.ToArray())], null).Findings).Code);
        Assert.Equal("MS0101", Assert.Single(OfficialMaster.Read([.. files, new("eight columns.csv", "1,2,3,4,5,6,7,8\r\n"u8.ToArray())], null).Findings).Code);
        Assert.Equal("MS0004", OfficialMaster.Read([.. files.Skip(1), files[0] with { Content = files[0].Content[..^3] }], null).Findings[0].Code);
    }

    [Fact]
    public void A_deleted_row_and_an_ended_one_do_not_count_and_a_later_one_is_told() {
        var master = new MiniatureMaster();
        master.Fees.Add(MiniatureMaster.Fee("510000210", "抹消", "1.00"));
        master.Fees[^1][0] = "1";
        master.Limits.Add(["0", "510000110", "基本", "138", "週", "3", "0", "20240601", "20240831", "0"]);
        master.Limits.Add(["3", "550000110", "管理", "131", "月", "1", "0", "20250601", "99999999", "0"]);
        var reading = OfficialMaster.Read(master.Files, ServiceMonth.Of(2024, 9));
        Assert.Equal("MS0104", Assert.Single(reading.Findings).Code);
        Assert.Null(reading.Schedule!.Find("510000210"));
        Assert.Equal(LimitUnit.Day, Assert.Single(reading.Schedule.Find("510000110")!.Limits).Unit);
        Assert.Equal("2024-09", reading.Schedule.Release);
    }

    [Fact]
    public void A_master_of_2026_reads_its_tenth_mark_and_holds_a_code_of_2027_until_its_day() {
        var master = new MiniatureMaster();
        master.Fees.Add(MiniatureMaster.Fee("560000110", "包括型", "7010.00", from: "20260601"));
        master.Fees[^1][64] = "1";
        master.Fees.Add(MiniatureMaster.Fee("590002010", "ベースアップ評価料（２）１９", "570.00", from: "20270601"));
        var schedule = OfficialMaster.Read(master.Files, null).Schedule!;
        Assert.Equal(("2026-06", ServiceMonth.Of(2028, 5)), (schedule.Release, schedule.Last));
        Assert.Equal("0000000001", schedule.Find("560000110")!.Marks);
        var facts = new FeeFacts(FeeFamily.BaseUp2) { Care = CareKind.General, Number = 19 };
        Assert.Null(schedule.Select(facts, new(2027, 5, 31)));
        Assert.Equal("590002010", schedule.Select(facts, new(2027, 6, 1))!.Code);
        Assert.Equal(schedule, new FeeSchedules([schedule]).For(ServiceMonth.Of(2026, 6)));
        Assert.Equal(FeeSchedule.Release202406, new FeeSchedules([schedule]).For(ServiceMonth.Of(2026, 5)));
    }

    [Fact]
    public void An_unknown_code_is_imported_without_facts_and_told() {
        var master = new MiniatureMaster();
        master.Fees.Add(MiniatureMaster.Fee("510099910", "新しい療養費", "100.00"));
        var reading = OfficialMaster.Read(master.Files, null);
        Assert.Equal(("MS0102", Verdict.NotChecked), (reading.Findings[0].Code, reading.Findings[0].Verdict));
        Assert.Null(reading.Schedule!.Find("510099910")!.Conditions);
    }

    [Fact]
    public void Characters_of_Windows_in_a_name_are_read_by_our_own_table_and_no_others() {
        var name = ClaimText.Encode("抹消");
        MasterReading ReadWith(byte lead, byte trail) {
            var master = new MiniatureMaster();
            master.Fees[0][8] = "抹消";
            var content = master.Files[0].Content.ToArray();
            var at = content.AsSpan().IndexOf(name);
            (content[at], content[at + 1]) = (lead, trail);
            return OfficialMaster.Read([.. master.Files.Skip(1), new("r_a.csv", content)], null);
        }
        Assert.Equal("髙消", ReadWith(0xFB, 0xFC).Schedule!.Fees[0].Name);
        Assert.Equal("MS0005", Assert.Single(ReadWith(0xFC, 0xFC).Findings).Code);
    }

    [Fact]
    public void Any_changed_byte_gives_a_schedule_or_an_error_and_never_both() {
        var files = new MiniatureMaster().Files;
        var cases = from file in Gen.Choose(0, files.Count - 1) from place in Gen.Choose(0, 100_000) from value in Gen.Choose(0, 255) select (file, place, value);
        Prop.ForAll(cases.ToArbitrary(), c => {
            var content = files[c.file].Content.ToArray();
            content[c.place % content.Length] = (byte)c.value;
            var reading = OfficialMaster.Read(files.Select((f, i) => i == c.file ? f with { Content = content } : f), null);
            return (reading.Schedule is null) == reading.Findings.Any(f => f.IsError);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_official_master_is_what_the_product_carries() {
        var folder = Environment.GetEnvironmentVariable("CLAIMS_REFERENCE");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLAIMS_REFERENCE does not name the folder of the official documents");
        var files = Directory.GetFiles(Path.Combine(folder!, "masters-2024-06")).Select(f => new MasterFile(Path.GetFileName(f), File.ReadAllBytes(f)));
        var reading = OfficialMaster.Read(files, null);
        Assert.Empty(reading.Findings);
        Assert.True(ScheduleDiff.Between(FeeSchedule.Release202406, reading.Schedule!).IsEmpty);
    }
}
