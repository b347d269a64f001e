using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Checks;
using static ClaimsCloud.Domain.Tests.CareClaims.CareScene;

namespace ClaimsCloud.Domain.Tests.CareClaims;

public sealed class CareBuildTests {
    [Fact]
    public void The_worked_file_of_the_reference_comes_from_visits_byte_for_byte() {
        var expected = System.IO.File.ReadAllBytes(Path.Combine(CareRecordTests.Reference(), "kaigo", "kaigo_sample_711.csv"));
        Assert.Equal(expected, CareScene.File(Worked, Build(Worked).SelectMany(p => p.Claims)));
    }

    [Fact]
    public void The_three_people_of_the_worked_file_cost_what_the_reference_says() {
        var claims = Build(Worked).SelectMany(p => p.Claims).ToList();
        Assert.Equal([(7182, 81874, 73686, 0, 8188), (1884, 21477, 19329, 2148, 0), (3292, 37528, 33775, 1253, 2500)],
            claims.Select(c => (c.BenefitUnits, c.CostYen, c.InsuranceYen, c.PublicYen, c.PayableYen)));
        Assert.Equal("K250405.CSV", CareClaimFile.NameOf(Worked));
    }

    [Theory]
    [InlineData("nurse", 10, 15, "1010:314x1")]
    [InlineData("nurse", 10, 29, "1111:471x1")]
    [InlineData("nurse", 10, 30, "1211:823x1")]
    [InlineData("nurse", 10, 60, "1311:1128x1")]
    [InlineData("nurse", 10, 120, "1311:1128x1")]
    [InlineData("therapist", 10, 40, "1501:294x2")]
    public void A_visit_has_the_code_of_its_length_and_staff(string staff, int hour, int minutes, string lines) => Assert.Equal(lines, Lines(Single(One(Visit("a", 1, hour, minutes, staff)))));

    [Theory]
    [InlineData("nurse", 7, 30, "訪看Ⅰ３・夜")]
    [InlineData("nurse", 18, 30, "訪看Ⅰ３・夜")]
    [InlineData("nurse", 22, 30, "訪看Ⅰ３・深")]
    [InlineData("nurse", 5, 30, "訪看Ⅰ３・深")]
    [InlineData("nurse", 23, 90, "訪看Ⅰ４・深")]
    [InlineData("assistant", 10, 25, "訪看Ⅰ２・准")]
    [InlineData("therapist", 10, 60, "訪看Ⅰ５・２超")]
    public void Hour_licence_and_number_of_sessions_stand_in_the_name_of_the_code(string staff, int hour, int minutes, string name) =>
        Assert.Equal(name, Single(One(Visit("a", 1, hour, minutes, staff))).Lines.Single().Code.Name);

    [Fact]
    public void Companions_long_visits_and_neglected_duties_stand_in_it_too() {
        var visit = Visit("a", 1, 10, 95) with { Companions = ["nurse"], CompanionReason = CompanionReason.Physical };
        var bundle = One(visit) with { CareFilings = [Filing(CareFilingKind.AbusePreventionMissing), Filing(CareFilingKind.ContinuityPlanMissing)], ListedConditions = [new() { Key = "l", Patient = "a", Code = "046", From = Day(1) }] };
        Assert.Equal("訪看Ⅰ４・虐防・業未・複１２・長", Single(bundle).Lines.Single().Code.Name);
        Assert.Equal("訪看Ⅰ２・複２１", Single(One(Visit("a", 1, 10, 25) with { Companions = ["aide"], CompanionReason = CompanionReason.Physical })).Lines.Single().Code.Name);
        Assert.Equal("訪看Ⅰ２", Single(One(Visit("a", 1, 10, 25) with { Companions = ["aide"] })).Lines.Single().Code.Name);
    }

    [Fact]
    public void Additions_follow_from_what_was_recorded() {
        var bundle = One(Visit("a", 3, 10, 45), Visit("a", 10, 10, 45)) with {
            Patients = [Person("a") with { ServiceStart = Day(3) }], HospitalStays = [new() { Key = "h", Patient = "a", From = new(2025, 3, 1), Until = Day(3) }],
            CareInsurances = [Insured("a", "0000000001", "23") with { BillsEmergency = true, BillsSpecialManagement = true, LivesRemotely = true }],
            ListedConditions = [new() { Key = "l", Patient = "a", Code = "058", From = Day(1) }], Collaborations = [Shared(10), Shared(3)],
            CareFilings = [Filing(CareFilingKind.EmergencyOne), Filing(CareFilingKind.NursingSystemTwo), Filing(CareFilingKind.ServiceStructureOne), Filing(CareFilingKind.SpecialArea)],
        };
        var claim = Single(bundle);
        Assert.Equal("1211:823x2 3001:600x1 4001:250x1 4004:250x1/3,10 4005:200x1 4023:350x1 6103:6x2 8000:247x1 8110:82x1", Lines(claim));
        Assert.Equal((1646 + 250 + 200 + 350, 600 + 250 + 12 + 247 + 82), (claim.LimitedUnits, claim.UnlimitedUnits));
        Assert.Equal(Day(3), claim.StartDate);

        static Collaboration Shared(int day) => new() { Key = $"c{day}", Patient = "a", Kind = CollaborationKind.CareStaff, Date = Day(day), Staff = "nurse" };
    }

    [Fact]
    public void Joint_guidance_stands_with_its_day_and_takes_the_place_of_the_first_visit_addition() {
        var bundle = One(Visit("a", 5, 10, 45)) with {
            Patients = [Person("a") with { ServiceStart = Day(5) }],
            DischargeGuidances = [new() { Key = "g", Patient = "a", Kind = DischargeGuidanceKind.Joint, Date = new(2025, 3, 30), Discharge = Day(4), Staff = "nurse", Minutes = 60 }],
        };
        Assert.Equal("1211:823x1 4003:600x1/0330", Lines(Single(bundle)));
    }

    [Fact]
    public void Terminal_care_is_billed_with_the_day_of_death_and_the_service_ends() {
        var claim = Single(One(Visit("a", 5, 10, 45)) with {
            ServiceEnds = [new() { Key = "z", Patient = "a", Date = Day(7), Time = new(12, 0), Reason = "04", DeathDate = Day(7), TerminalCare = TerminalCare.Home }],
        });
        Assert.Equal("1211:823x1 7000:2500x1/20250407", Lines(claim));
        Assert.Equal((Day(5), "4"), (claim.StopDate, claim.StopReason));
    }

    [Fact]
    public void A_building_reduction_has_no_price_and_stands_outside_the_limit_unless_the_setting_says_otherwise() {
        var bundle = One(Visit("a", 5, 10, 45)) with { CareInsurances = [Insured("a", "0000000001", "23") with { BuildingReduction = CareBuildingReduction.First }] };
        Assert.Equal("1211:823x1 4111:x1", Lines(Single(bundle)));
        Assert.Equal((823, -82), (Single(bundle).LimitedUnits, Single(bundle).UnlimitedUnits));
        Assert.Equal((741, 0), (Single(bundle, new() { BuildingReductionUnits = BuildingReductionUnits.InsideLimit }).LimitedUnits, 0));
        Assert.Contains(Build(bundle).Single().Findings, f => f.Code == CareDoubts.BuildingReduction.Code && f.Verdict == Verdict.NotChecked);
        Assert.Contains("13,4111,,1,,,,-82,", System.Text.Encoding.ASCII.GetString(CareScene.File(bundle, [Single(bundle)])), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_over_the_plan_is_paid_by_the_person() {
        var bundle = One(Visit("a", 5, 10, 45), Visit("a", 6, 10, 45)) with { CarePlans = [] };
        var over = Build(WithPlan(bundle, "a", "1211", 1, 823)).Single();
        Assert.Equal((823L, 1646L, 823L, 18764L - 9382L), (over.Claims[0].PlanUnits, over.Claims[0].LimitedUnits, over.Claims[0].BenefitUnits, over.Claims[0].OverPlanYen));
        Assert.Equal([CareBuildRules.OverPlan.Code, CareBuildRules.PlanDiffers.Code], over.Findings.Select(f => f.Code).Order());
        Assert.Equal([new CarePlanDifference("1211", 1, 2, 823, 1646)], over.Claims[0].PlanDifferences);
    }

    [Fact]
    public void A_change_of_insurer_makes_two_claims_with_an_end_and_a_beginning() {
        var bundle = One(Visit("a", 5, 10, 45), Visit("a", 20, 10, 45)) with {
            CareInsurances = [Insured("a", "0000000001", "23") with { Until = Day(14) }, Insured("a", "0000000009", "23") with { InsurerNumber = "141010", From = Day(15) }],
        };
        Assert.Contains(Build(bundle).Single().Findings, f => f.Code == CareBuildRules.NoPlan.Code);
        var claims = Build(bundle with { CarePlans = [.. new[] { "131011", "141010" }.Select(i => bundle.CarePlans[0] with { Key = i, InsurerNumber = i })] }).Single().Claims;
        Assert.Equal([("131011", (DateOnly?)null, (DateOnly?)Day(14), "5"), ("141010", Day(20), null, "")], claims.Select(c => (c.Insurance.InsurerNumber, c.StartDate, c.StopDate, c.StopReason)));
    }

    [Fact]
    public void A_change_to_support_makes_two_forms_that_both_state_the_last_day() {
        var bundle = WithPlan(One(Visit("a", 5, 10, 45), Visit("a", 20, 10, 45)) with {
            CareInsurances = [Insured("a", "0000000001", "21") with { Until = Day(14) }, Insured("a", "0000000001", "13") with { From = Day(15) }],
        }, "a", "Z003", 1, 794, "63");
        Assert.Equal([CareBuildRules.NoCode.Code], Build(bundle).Single().Findings.Where(f => f.KeepsBack).Select(f => f.Code));
        var claims = Build(bundle, imported: Prevention).Single().Claims;
        Assert.Equal([("13", "13", (DateOnly?)Day(5)), ("63", "13", null)], claims.Select(c => (c.ServiceType, c.Insurance.LevelCode, c.StopDate)));
        Assert.Equal("Z003:794x1", Lines(claims[1]));
    }

    [Fact]
    public void Welfare_alone_pays_all_and_counts_only_in_its_own_line() {
        var bundle = One(Visit("a", 5, 10, 45)) with { CareInsurances = [Insured("a", "H000000001", "23")], PublicExpenses = [Public("a", Payer("12"))] };
        var claim = Single(bundle);
        Assert.Equal((9382, 0, 9382, 0), (claim.CostYen, claim.InsuranceYen, claim.PublicYen, claim.PayableYen));
        var file = CareScene.File(bundle, [claim]);
        Assert.Contains(",1,0,01,0,0,0,0,0,0,", System.Text.Encoding.ASCII.GetString(file), StringComparison.Ordinal);
        Assert.Empty(CareFiles.Check(file));
        Assert.Equal([CareBuildRules.Welfare.Code], Build(bundle with { PublicExpenses = [] }).Single().Findings.Where(f => f.KeepsBack).Select(f => f.Code));
    }

    [Fact]
    public void Two_programmes_stay_here_until_somebody_decides() {
        var bundle = One(Visit("a", 5, 10, 45)) with { PublicExpenses = [Public("a", Payer("12")), Public("a", Payer("54")) with { SharePercent = 20, MonthlyCapYen = 500 }] };
        Assert.Equal([CareBuildRules.KeptBackPublic.Code], Build(bundle).Single().Findings.Where(f => f.KeepsBack).Select(f => f.Code));
        var claim = Single(bundle, new() { SeveralPublicExpenses = SeveralPublicExpenses.PassOn });
        Assert.Equal([("54", 439L, 0L), ("12", 500L, 0L)], claim.Publics.Select(p => (p.Certificate.PayerNumber[..2], p.Yen, p.OwnYen)));
        Assert.Equal(0, claim.PayableYen);
        Assert.Empty(CareFiles.Check(CareScene.File(bundle, [claim])));
    }

    [Fact]
    public void A_programme_of_half_the_month_pays_for_its_visits_only() {
        var bundle = One(Visit("a", 5, 10, 45), Visit("a", 20, 10, 45)) with { PublicExpenses = [Public("a", Payer("12")) with { From = Day(15) }] };
        var claim = Single(bundle);
        Assert.Equal((823L, 938L), (claim.Publics[0].Units, claim.Publics[0].Yen));
        Assert.Equal(claim.CostYen - claim.InsuranceYen - 938, claim.UserYen);
        Assert.Empty(CareFiles.Check(CareScene.File(bundle, [claim])));
    }

    [Fact]
    public void The_addition_of_2026_waits_for_its_code() {
        var bundle = One(Visit("a", 5, 10, 45)) with { CareFilings = [Filing(CareFilingKind.TreatmentImprovement)] };
        Assert.Contains(Build(bundle).Single().Findings, f => f.Code == CareBuildRules.NoAdditionCode.Code);
        var code = CareCodeImport.Read(Table("13,Z099,処遇改善加算の試し,,18,month,202406,,treatment-improvement", ",addition")).Codes!;
        Assert.Equal("1211:823x1 Z099:15x1", Lines(Single(bundle, imported: code)));
    }

    [Fact]
    public void A_middle_price_and_an_unsure_code_are_not_checked() {
        var bundle = One(Visit("a", 5, 10, 45)) with { Station = Empty.Station with { CareRegion = "4" }, CareFilings = [Filing(CareFilingKind.SmallOffice)] };
        Assert.Equal([CareDoubts.UnitPrice.Code, CareDoubts.Code.Code, CareDoubts.RateBase.Code], Build(bundle).Single().Findings.Where(f => f.Verdict == Verdict.NotChecked).Select(f => f.Code).Order());
    }

    public static TheoryData<string, MonthBundle> Wrong => new() {
        { "CB02", One(Visit("a", 5, 10, 45)) with { CareInsurances = [] } }, { "CB03", One(Visit("a", 5, 10, 45)) with { CareInsurances = [Insured("a", "1", "23")] } },
        { "CB03", One(Visit("a", 5, 10, 45)) with { CareInsurances = [Insured("a", "0000000001", "23") with { Until = null }] } }, { "CB06", One(Visit("a", 5, 10, 45, "midwife")) },
        { "CB16", WithPlan(One(Visit("a", 5, 10, 45)) with { CarePlans = [], CareInsurances = [Insured("a", "0000000001", "23") with { BuildingReduction = CareBuildingReduction.First }] }, "a", "1211", 1, 1) },
        { "CB03", One(Visit("a", 5, 10, 45)) with { CareInsurances = [Insured("a", "h000000001", "23")] } },
        { "CB15", One(Visit("a", 5, 10, 45)) with { CarePlans = [.. Enumerable.Range(0, 2).Select(i => new CarePlanLine { Key = $"{i}", Patient = "a", ServiceType = "13", ServiceItem = "1211", UnitsWithinLimit = 999_999 })] } },
        { "CB06", One(Visit("a", 5, 10, 15, "therapist")) }, { "CB07", One(Visit("a", 5, 10, 45)) with { CarePlans = [] } },
        { "CB10", One(Visit("a", 5, 10, 45), Visit("a", 5, 12, 45)) }, { "CB12", One(Visit("a", 5, 10, 45)) with { PublicExpenses = [Public("a", Payer("80"))] } },
        { "CB13", One(Visit("a", 5, 10, 45)) with { CareInsurances = [Insured("a", "0000000001", "23") with { BillsEmergency = true }] } },
        { "CB15", One([.. Enumerable.Range(1, 30).SelectMany(d => new[] { 1, 6, 11, 16 }.Select(h => Visit("a", d, h, 41, "therapist")))]) },
        { "CB20", One(Visit("a", 5, 10, 45) with { Payer = VisitPayer.Medical }) }, { "CB20", One(Visit("a", 5, 10, 45)) with { ListedConditions = [new() { Key = "l", Patient = "a", Code = "005", From = Day(1) }] } },
        { "CB20", One(Visit("a", 5, 10, 45)) with { Instructions = [Order("02")] } }, { "CB20", One(Visit("a", 5, 10, 45) with { Kind = VisitKind.OvernightLeave }) },
        { "CB21", One(Visit("a", 5, 10, 45) with { Kind = VisitKind.Psychiatric, Payer = VisitPayer.Medical }) with { Instructions = [Order("03")] } },
        { "CB22", One(Visit("a", 5, 10, 45), Visit("a", 5, 10, 30) with { Key = "m", Payer = VisitPayer.Medical }) },
        { "CB23", One(Visit("a", 5, 10, 45) with { Payer = VisitPayer.Medical }) with { CareInsurances = [Insured("a", "0000000001", "23") with { BillsEmergency = true }], Instructions = [Order("02")] } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_found_and_keeps_back_when_it_must(string code, MonthBundle bundle) {
        var patient = Build(bundle).Single();
        Assert.Contains(patient.Findings, f => f.Code == code);
        Assert.Equal(patient.Findings.Any(f => f.KeepsBack), patient.Claims.Count == 0 && code != "CB23" && code != "CB21");
    }

    [Fact]
    public void The_payer_of_each_visit_is_decided_and_explained() {
        var bundle = One(Visit("a", 5, 10, 45) with { Payer = VisitPayer.Medical }, Visit("a", 20, 10, 45)) with { Instructions = [Order("02")] };
        Assert.Equal([(VisitPayer.Medical, "特別訪問看護指示の期間です"), (VisitPayer.Care, "要介護認定があり、医療保険になる事情がありません")],
            Build(bundle).Single().Payers.Select(p => (p.Decision.Payer, p.Decision.Reason)));
        Assert.Equal("1211:823x1", Lines(Single(bundle)));
    }

    [Fact]
    public void A_station_without_an_office_number_is_told_so() {
        var bundle = One(Visit("a", 5, 10, 45));
        Assert.Empty(MonthCareClaims.StationProblems(bundle));
        Assert.Equal(["careOfficeNumber"], MonthCareClaims.StationProblems(bundle with { Station = Empty.Station with { CareOfficeNumber = "" } }).Select(f => f.Place.Field));
        Assert.Equal(["careRegion"], MonthCareClaims.StationProblems(bundle with { Station = Empty.Station with { CareRegion = "8" } }).Select(f => f.Place.Field));
        Assert.Empty(MonthCareClaims.StationProblems(Empty with { Station = Empty.Station with { CareOfficeNumber = "" } }));
    }

    [Fact]
    public void Rules_have_codes_of_their_own() {
        var codes = CareBuildRules.All.Concat(CareDoubts.All).Select(r => r.Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    private static Instruction Order(string kind) => new() {
        Key = "i", Patient = "a", Kind = kind, From = Day(1), Until = Day(14), Prefecture = "13", FeeTable = "1", InstitutionCode = "0000000", InstitutionName = "さくら医院", Physician = "医師　花子",
    };

    [Fact]
    public void A_month_for_a_regular_visit_office_is_one_price_and_says_that_nobody_verified_it() {
        var bundle = One(Visit("a", 2, 10, 45), Visit("a", 9, 10, 45));
        bundle = bundle with { CareInsurances = [bundle.CareInsurances[0] with { LinkedToRegularVisits = true }] };
        var built = CareScene.Build(bundle).Single();
        var line = Assert.Single(built.Claims.Single().Lines);
        Assert.Equal(("3111", 1, 2_961L, true, (int?)null), (line.Code.Item, line.Count, line.Units, line.Limited, line.UnitsEach));
        Assert.Equal(2, built.Claims[0].ServiceDays);
        Assert.All((string[])["CD02", "CD12"], code => Assert.Contains(built.Findings, f => f.Code == code && f.Verdict == Verdict.NotChecked));
        Assert.DoesNotContain(CareFiles.Check(CareScene.File(bundle, built.Claims)), f => f.IsError);
    }

    [Fact]
    public void A_code_of_regular_visits_that_no_table_holds_keeps_back_until_it_is_imported() {
        var bundle = One(Visit("a", 2, 10, 45));
        bundle = bundle with { CareInsurances = [Insured("a", "0000000001", "25") with { LinkedToRegularVisits = true }] };
        Assert.Contains(CareScene.Build(bundle).Single().Findings, f => f is { Code: "CB17", KeepsBack: true });
        Assert.Equal(3_761, CareScene.Single(bundle, imported: Import("13,3115,定期巡回訪看・介５,3761,,month,202406,")).LimitedUnits);
        Assert.Contains(CareScene.Build(bundle with { Patients = [bundle.Patients[0] with { ServiceStart = Day(2) }] }).Single().Findings, f => f.Code == "CB17");
    }
}
