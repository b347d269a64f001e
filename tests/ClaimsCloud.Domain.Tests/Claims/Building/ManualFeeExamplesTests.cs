using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Domain.Tests.Claims.Building;

/// <summary>
/// The worked examples of the manual's chapter 18, p.80 and p.83, and in the other file of this class those of the records that fees ask for, from visits. The manual shows only the lines that an example is about: lines of fees that it leaves
/// out are left out here. Where it misprints (see manual-examples.tsv) the right line is expected.
/// </summary>
public sealed partial class ManualFeeExamplesTests {
    public static TheoryData<string> Names => [.. Examples().Select(e => e.Name)];

    [Theory, MemberData(nameof(Names))]
    public void An_example_of_the_manual_comes_out_of_its_visits(string name) {
        var example = Examples().Single(e => e.Name == name);
        var records = example.Lines.Select(l => l[..2]).Distinct();
        var built = records.SelectMany(r => BuiltFile.Lines(example.Scene.Bundle, r)).Where(l => IsShown(l, example.Lines)).ToList();
        Assert.Equal(example.Lines, built);
    }

    [Fact]
    public void What_is_expected_stands_in_the_manual_or_corrects_a_misprint() {
        var manual = ManualLines();
        var unknown = Examples().SelectMany(e => e.Lines.Where(l => !manual.Contains(l)).Select(l => l)).Distinct().ToList();
        Assert.Equal([
            "KA,20240615,5,588000110,,5550,03,01,05", "KA,20240615,5,588003210,,7670,,,", "KA,20240618,1,510000110,,5550,03,01,02",
            "KA,20240615,1,510000110,,5550,0303,01,01", "KA,20240618,1,530000210,,4250,03,01,04", "TZ,09,850500013,５０６０６０２",
        ], unknown);
    }

    private sealed record Example(string Name, StationScene Scene, params IReadOnlyList<string> Lines);

    /// <summary>Fees that the example does not speak of are not shown: its days, sections and 特記事項, and in section 55 its codes.</summary>
    private static bool IsShown(string line, IReadOnlyList<string> expected) =>
        line.StartsWith("TZ", StringComparison.Ordinal) ? expected.Any(e => e[..5] == line[..5])
        : !line.StartsWith("KA", StringComparison.Ordinal) || expected.Where(e => e.StartsWith("KA", StringComparison.Ordinal)).Any(e => line.Split(',')[3] is var code && e.Split(',')[3] is var shown && e[..11] == line[..11]
            && (code.StartsWith("55", StringComparison.Ordinal) || code.StartsWith("59", StringComparison.Ordinal) ? code == shown : code[..3] == shown[..3]));

    private static Example[] Examples() => [.. Fees(), .. Records()];

    private static StationScene Of(Action<PatientScene> tell, params string[] standards) {
        var scene = new StationScene(2024, 6).Files(standards);
        tell(scene.Patient("患者"));
        return scene;
    }

    private static Example[] Fees() {
        return [
            new("p.40 乳幼児", Of(p => p.But(b => b with { BirthDate = new(2021, 1, 5) }).Visit(15)),
                "KA,20240615,1,510000110,,5550,03,01,01", "KA,20240615,1,510002670,,1300,,,"),
            new("p.40・p.48 退院支援指導のみ", Of(p => {
                p.Guidances.Add(new() { Key = "指導", Patient = p.Key, Kind = DischargeGuidanceKind.DischargeDay, Date = p.Day(14), Discharge = p.Day(14), Staff = "看護師", Minutes = 60 });
                p.Ends.Add(new() { Key = "終了", Patient = p.Key, Date = p.Day(15), Time = new(9, 0), Reason = "04", DeathDate = p.Day(15) });
            }), "TZ,08,850500012,５０６０６１５", "KA,20240615,1,550001170,,6000,03,,"),
            new("p.41 特別地域", Of(p => p.LivesInSpecialArea().Visit(15, v => v with { TravelMinutes = 60 }, "准看護師")),
                "KA,20240615,1,510000310,,7575,07,01,01", "KA,20240615,1,510002370,,0,,,"),
            new("p.41 医療観察", Of(p => {
                p.Instruct("05", 1, 30).Public("30130002").Visit(15, kind: VisitKind.MedicalObservation);
                p.Cards.Clear();
            }, "892"), "KA,20240615,5,588000110,,5550,03,01,05", "KA,20240615,5,588003210,,7670,,,"),
            new("p.43 ア 特別指示", Of(p => p.Instruct("02", 15, 21).Visit(15).Visit(16).Visit(17).Visit(18).Visit(30)),
                "KA,20240615,1,510000110,,5550,03,01,02", "KA,20240616,1,510000110,,5550,03,01,02", "KA,20240617,1,510000110,,5550,03,01,02",
                "KA,20240618,1,510000110,,5550,03,01,02", "KA,20240630,1,510000110,,5550,03,01,01"),
            new("p.43 イ 同一建物3人、長時間", ThreeInBuilding(),
                "KA,20240612,1,510001310,,2530,07,01,01", "KA,20240612,1,510002570,,5200,,,", "KA,20240613,1,510001310,,2530,07,01,01"),
            new("p.44 ウ 難病等複数回", Of(p => p.With("001").Visit(15, staff: "保健師").Visit(15, staff: "保健師", from: "16:00")),
                "KA,20240615,1,510000110,,5550,0111,02,01", "KA,20240615,1,510001970,,4500,0111,02,"),
            new("p.44 エ 緊急のみ", Of(p => {
                p.Others.Add(new() {
                    Key = "他", Patient = p.Key, From = p.Day(1), Prefecture = "13", Code = "2345678", Address = "東京都港区新橋２丁目１−３", Name = "訪問看護ステーション△△", VisitDays = [p.Day(15)],
                });
                p.But(b => b with { ServiceStart = p.Day(10) }).With("001").Visit(10).Visit(15, v => v with { EmergencyReason = "症状の悪化により" });
            }), "TZ,07,850500014,５０６０６１０", "TZ,10,850500016,５０６０６１５", "TZ,10,830500003,症状の悪化により", "KA,20240615,1,510002470,,2650,,,"),
            new("p.45 オ 深夜、理学療法士の同行", Of(p => p.With("001").Visit(15, v => v with { Companions = ["理学療法士"], CompanionReason = CompanionReason.Illness, HourWishedByPatient = true }, from: "23:00")),
                "KA,20240615,1,510000110,,5550,0304,01,01", "KA,20240615,1,510002770,,4500,0304,,", "KA,20240615,1,510004070,,4200,,,"),
            new("p.45 カ 外泊中", Of(p => p.Visit(15, kind: VisitKind.OvernightLeave)), "KA,20240615,1,510001810,,8500,03,01,01"),
            new("p.45 キ 看護師の同行", Of(p => p.With("001").Visit(15, v => v with { Companions = ["看護師２"], CompanionReason = CompanionReason.Illness })),
                "KA,20240615,1,510000110,,5550,0303,01,01", "KA,20240615,1,510002770,,4500,0303,,"),
            new("p.46 ア 精神科特別指示", Of(p => p.Instruct("04", 15, 28).Psychiatric(15, 25).Psychiatric(16, 25).Psychiatric(17, 25).Psychiatric(18, 25).Psychiatric(30, 25), "1606"),
                "KA,20240615,1,530000210,,4250,03,01,04", "KA,20240616,1,530000210,,4250,03,01,04", "KA,20240617,1,530000210,,4250,03,01,04",
                "KA,20240618,1,530000210,,4250,03,01,04", "KA,20240630,1,530000210,,4250,03,01,03"),
            new("p.46 イ 早朝", Of(p => p.Visit(15).Psychiatric(18, 25, v => v with { HourWishedByPatient = true }, from: "07:00"), "1606"),
                "KA,20240615,1,510000110,,5550,03,01,01", "KA,20240618,1,530000210,,4250,03,01,03", "KA,20240618,1,530004370,,2100,,,"),
            new("p.47 ア 管理療養費", Of(p => p.Visit(2)), "KA,20240602,1,510000110,,5550,03,01,01", "KA,20240602,1,550000410,,7670,,,"),
            new("p.47 イ 機能強化型1、24時間", Of(p => p.But(b => b with { BirthDate = new(2021, 1, 5) }).Agree(AgreementKind.AroundTheClock).Visit(2).Visit(15), "1610", "1604", "1617"),
                "KA,20240602,1,510000110,,5550,03,01,01", "KA,20240602,1,510002670,,1300,,,", "KA,20240602,1,550000110,,13230,,,", "KA,20240602,1,550000670,,6520,,,",
                "KA,20240615,1,510000110,,5550,03,01,01", "KA,20240615,1,510002670,,1300,,,", "KA,20240615,1,550000510,,3000,,,"),
            new("p.48 ウ 特別管理", Of(p => p.With("057").Agree(AgreementKind.SpecialManagement).Visit(2), "1611", "1605"),
                "KA,20240602,1,510000110,,5550,03,01,01", "KA,20240602,1,550000210,,10030,,,", "KA,20240602,1,550000770,,2500,,,"),
            new("p.49 オ 在宅患者連携指導", Of(p => p.Act(CollaborationKind.SharedGuidance, 1).Visit(2)),
                "KA,20240602,1,510000110,,5550,03,01,01", "KA,20240602,1,550000410,,7670,,,", "KA,20240602,1,550001370,,3000,03,,"),
            new("p.49 カ カンファレンス", Of(p => p.Act(CollaborationKind.EmergencyConference, 1).Visit(2)),
                "KA,20240602,1,510000110,,5550,03,01,01", "KA,20240602,1,550000410,,7670,,,", "KA,20240602,1,550001470,,2000,03,,"),
            new("p.50 キ 介護職員との連携", Of(p => p.Act(CollaborationKind.CareStaff, 2).Visit(7), "1604"),
                "TZ,09,850500013,５０６０６０２", "KA,20240607,1,510000110,,5550,03,01,01", "KA,20240607,1,550000410,,7670,,,", "KA,20240607,1,550001770,,2500,03,,"),
            new("p.50 ク 退院時共同指導2回", Of(p => {
                foreach (var day in new[] { 3, 5 })
                    p.Guidances.Add(new() { Key = $"指導{day}", Patient = p.Key, Kind = DischargeGuidanceKind.Joint, Date = p.Day(day), Discharge = p.Day(6), Staff = "看護師", Minutes = 30 });
                p.With("057").Visit(7);
            }), "KA,20240607,1,510000110,,5550,03,01,01", "KA,20240607,1,550000410,,7670,,,", "KA,20240607,1,550000970,,8000,03,,", "KA,20240607,1,550000970,,8000,03,,",
                "KA,20240607,1,550001070,,2000,03,,", "KA,20240607,1,550001070,,2000,03,,"),
            new("p.51 情報提供", Of(p => p.Letter(20, "01").Visit(15)), "TJ,01,,,", "KA,20240615,1,510000110,,5550,03,01,01", "KA,20240615,1,570000110,,1500,,,"),
            new("p.51 ターミナル", Of(p => {
                p.Ends.Add(new() { Key = "終了", Patient = p.Key, Date = p.Day(18), Time = new(13, 0), Reason = "04", DeathDate = p.Day(18), DeathTime = new(13, 0), DeathPlace = "01", TerminalCare = TerminalCare.Home });
                p.But(b => b with { ServiceStart = p.Day(10) }).Agree(AgreementKind.TerminalCare).Visit(15).Visit(18);
            }), "RJ,20240610,01,,,,,,,,20240618,1300,04,,20240618,1300,01,,,,,,,,,,,,", "KA,20240615,1,510000110,,5550,03,01,01", "KA,20240618,1,510000110,,5550,03,01,01",
                "KA,20240618,1,580000110,,25000,,,"),
            new("p.80 専門管理", Of(p => p.Visit(10).Visit(12).Visit(12, v => v with { SpecialistCode = "11" }, "専門看護師", "15:00").Visit(14, staff: "専門看護師"), "1610", "1613", "1617"),
                "KA,20240610,1,510000110,,5550,03,01,01", "KA,20240610,1,550000110,,13230,,,", "KA,20240612,1,510000110,,5550,0318,02,01", "KA,20240612,1,550000510,,3000,,,",
                "KA,20240612,1,550001870,,2500,,,", "KA,20240614,1,510000110,,5550,08,01,01", "KA,20240614,1,550000510,,3000,,,"),
            // The page's other lines (one base fee three times on one day) only show how paper counts them: no visits can make them, ExcludedInDay and DayLimit forbid it.
            new("p.83 特別地域", Of(p => p.LivesInSpecialArea().Visit(10, v => v with { TravelMinutes = 60 })), "KA,20240610,1,510000110,,8325,03,01,01", "KA,20240610,1,510002370,,0,,,"),
        ];

        static StationScene ThreeInBuilding() {
            var scene = new StationScene(2024, 6).Building("ひかり");
            scene.Patient("患者").With("041").LivesIn("ひかり").Visit(12, staff: "准看護師", minutes: 100).Visit(13, staff: "准看護師");
            // The neighbours' lines are kept back: only their presence counts. Without a condition their claims do not leave.
            foreach (var key in new[] { "隣１", "隣２" }) {
                var neighbour = scene.Patient(key).LivesIn("ひかり").Visit(12).Visit(13);
                neighbour.Diseases.Clear();
            }
            return scene;
        }
    }

    private static HashSet<string> ManualLines() {
        using var stream = typeof(ManualFeeExamplesTests).Assembly.GetManifestResourceStream("manual-examples.tsv")!;
        return [.. new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')[2])];
    }
}
