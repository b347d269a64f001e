using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Domain.Tests.Claims.Building;

/// <summary>Examples of the records that tell of the visits: places, end, orders, conditions, diseases, letters, trainings, 特記事項 and comments with their number forms.</summary>
public sealed partial class ManualFeeExamplesTests {
    private static Example[] Records() => [
        new("p.32・p.78 情報提供先", Of(p => Letter(Letter(p.Visit(3), "02"), "10", 2023)), "TJ,02,,,", "TJ,10,,202304,"),
        new("p.32 情報提供先、前年度", Of(p => Letter(p.Visit(3), "11", 2024)), "TJ,11,,202404,"),
        new("p.78 情報提供先、高等学校", Of(p => Letter(p.Visit(3), "12", 2024)), "TJ,12,,202404,"),
        new("p.35 数字の記録", Of(p => Lives(p, "東京都〜").Visit(20, v => v with { TravelMinutes = 90, EmergencyReason = "症状の悪化により" })),
            "TZ,04,830500002,東京都〜", "TZ,04,852500001,０００９０", "TZ,10,850500016,５０６０６２０", "TZ,10,830500003,症状の悪化により"),
        new("p.37 専門の研修", Of(p => {
            p.Condition = p.Condition with { ProcedureDocument = new(2024, 5, 15), ProcedureReviewed = p.Day(20) };
            p.Visit(3, v => v with { SpecialistCode = "21" }, "専門看護師");
            foreach (var (day, code) in new[] { (12, "01"), (13, "04") }) p.Visit(day, v => v with { SpecialistCode = code }, "専門看護師", kind: VisitKind.SpecialistJoint);
        }, "1607", "1608", "1613", "1614"), "KS,01,,,", "KS,04,,,", "KS,21,,20240515,20240620"),
        new("p.67 場所が五つ", Of(p => {
            p.Residences.Clear();
            foreach (var (from, until, place) in new[] { (1, 4, "01"), (5, 9, "11"), (10, 14, "12"), (15, 19, "14"), (20, 30, "99") })
                p.Residences.Add(new() { Key = p.Row(), Patient = p.Key, From = p.Day(from), Until = p.Day(until), Place = place, PlaceText = place == "99" ? "△△施設" : "" });
            p.But(b => b with { ServiceStart = p.Day(1) }).Visit(3);
        }), "RJ,20240601,01,,20240605,11,,20240610,12,,,,,,,,,,,,,,,,,,,,", "CO,850500005,５０６０６１５,", "CO,850500010,５０６０６２０,", "CO,830500001,△△施設,"),
        new("p.68 他の2か所、特別地域", Of(p => {
            p.Ends.Add(new() { Key = "終了", Patient = p.Key, Date = p.Day(30), Time = new(15, 30), Reason = "01" });
            TwoOthers(Lives(p, "東京都〜")).But(b => b with { ServiceStart = p.Day(10) }).Visit(10, v => v with { TravelMinutes = 120 });
        }), "RJ,20240610,01,,,,,,,,20240630,1530,01,,,,,,02,13,6,2345678,東京都〜,訪問看護ステーション△△,14,6,3456789,神奈川県〜,訪問看護ステーション○○", "TZ,01,,", "TZ,02,,",
            "TZ,04,830500002,東京都〜", "TZ,04,852500001,００１２０"),
        new("p.69 2か所目の訪問日の緊急", Of(p => TwoOthers(p, 15).With("001").Visit(1).Visit(15, v => v with { EmergencyReason = "症状の悪化により" })), "TZ,07,850500015,５０６０６０１"),
        new("p.69 再入院した日の退院支援指導", Of(p => Discharged(p, readmission: p.Day(1))), "TZ,08,850500011,５０６０６０１"),
        new("p.70 死亡した日の退院支援指導", Of(p => {
            p.Ends.Add(new() { Key = "終了", Patient = p.Key, Date = p.Day(1), Time = new(9, 0), Reason = "04", DeathDate = p.Day(1) });
            Discharged(p, readmission: null);
        }), "TZ,08,850500012,５０６０６０１"),
        new("p.70 介護職員との連携", Of(p => p.Act(CollaborationKind.CareStaff, 1).Visit(7), "1604"), "TZ,09,850500013,５０６０６０１"),
        new("p.71 緊急2回", Of(p => p.Visit(1, v => v with { EmergencyReason = "症状の悪化により" }).Visit(10, v => v with { EmergencyReason = "医療機器のトラブルにより" })),
            "TZ,10,850500016,５０６０６０１", "TZ,10,830500003,症状の悪化により", "TZ,10,850500016,５０６０６１０", "TZ,10,830500003,医療機器のトラブルにより"),
        new("p.71・p.79 特別指示の連続", Of(p => p.Instruct("02", 1, 14).Instruct("02", 15, 28).Instruct("04", 1, 14).Instruct("04", 15, 28).Visit(3).Psychiatric(5), "1606"), "CO,820500001,,", "CO,820500002,,"),
        new("p.72・p.79 最後の訪問日", Of(p => {
            p.Letter(5, "21");
            p.Letters[^1] = p.Letters[^1] with { LastVisit = new(2024, 5, 30) };
        }), "CO,850500017,５０６０５３０,"),
        new("p.72 死亡前の訪問が前月", Of(p => {
            p.Ends.Add(new() { Key = "終了", Patient = p.Key, Date = p.Day(5), Time = new(13, 0), Reason = "04", DeathDate = p.Day(5), DeathTime = new(13, 0), DeathPlace = "01", TerminalCare = TerminalCare.Home });
            p.Agree(AgreementKind.TerminalCare).Visit(1, v => v with { Date = new(2024, 5, 28) }).Visit(1, v => v with { Date = new(2024, 5, 30) });
        }), "CO,850500018,５０６０５３０,", "CO,850500019,５０６０５２８,"),
        new("p.76 傷病名", Of(p => {
            p.Diseases.Clear();
            Disease(p, "1629006");
            Disease(p, "1983019", "2056", "8002");
            Disease(p, "0000999");
            p.Diseases[^1] = p.Diseases[^1] with { Name = "Ａ病名" };
            Disease(p, "8833421");
            p.Diseases[^1] = p.Diseases[^1] with { Comment = "（健診にて）" };
            Disease(p, "8290015", "2056", "1065", "8058");
            p.Diseases[^1] = p.Diseases[^1] with { Comment = "（経過観察）" };
            p.Visit(3);
        }), "SY,1629006,,,", "SY,1983019,20568002,,", "SY,0000999,,Ａ病名,", "SY,8833421,,,（健診にて）", "SY,8290015,205610658058,,（経過観察）"),
        new("p.77 心身の状態", Of(p => {
            p.Condition = p.Condition with { Text = "ストレスを感じやすく幻聴あり。", Gaf = "02", GafDate = p.Day(1) };
            p.With("001").With("058").Psychiatric(1);
        }, "1606"), "JS,ストレスを感じやすく幻聴あり。,0102,001058,02,20240601"),
        new("p.77 訪問看護指示", Of(p => p.Instruct("02", 1, 14).Instruct("02", 20, 30).Visit(3)), "HJ,01,20240601,20240630", "HJ,02,20240601,20240614", "HJ,02,20240620,20240630"),
        new("p.77 終了の理由", Of(p => {
            p.Ends.Add(new() { Key = "終了", Patient = p.Key, Date = p.Day(30), Time = new(15, 5), Reason = "99", ReasonText = "○○のため" });
            p.But(b => b with { ServiceStart = p.Day(10) }).Visit(10);
        }), "RJ,20240610,01,,,,,,,,20240630,1505,99,○○のため,,,,,,,,,,,,,,,"),
        new("p.78 死亡の場所", Of(p => {
            p.Ends.Add(new() {
                Key = "終了", Patient = p.Key, Date = p.Day(30), Time = new(15, 5), Reason = "04", DeathDate = p.Day(30), DeathTime = new(15, 5), DeathPlace = "99", DeathPlaceText = "○○○", TerminalCare = TerminalCare.Home,
            });
            p.But(b => b with { ServiceStart = p.Day(10) }).Agree(AgreementKind.TerminalCare).Visit(28).Visit(29);
        }), "RJ,20240610,01,,,,,,,,20240630,1505,04,,20240630,1505,99,○○○,,,,,,,,,,,"),
        new("p.82 医師が3人", Of(p => {
            var order = p.Instructions[0] with { Physician = "医師　太郎", InstitutionName = "△△クリニック", LastReport = p.Day(1) };
            p.Instructions.Clear();
            p.Instructions.AddRange([
                order, order with { Key = "二", From = p.Day(2), InstitutionCode = "0000002", InstitutionName = "○○クリニック", Physician = "医師　次郎", LastReport = p.Day(10) },
                order with { Key = "三", From = p.Day(3), InstitutionCode = "0000003", InstitutionName = "▼▼クリニック", Physician = "医師　三郎", LastReport = p.Day(20) },
            ]);
            p.Visit(3);
        }), "IH,13,1,0000001,△△クリニック,医師　太郎,20240601", "IH,13,1,0000002,○○クリニック,医師　次郎,20240610", "IH,13,1,0000003,▼▼クリニック,医師　三郎,20240620"),
    ];

    private static PatientScene Letter(PatientScene p, string recipient, int? aprilOf = null) {
        p.Letter(5, recipient);
        if (aprilOf is { } year) p.Letters[^1] = p.Letters[^1] with { PreviousMonth = ServiceMonth.Of(year, 4) };
        return p;
    }

    private static PatientScene Lives(PatientScene p, string address) {
        p.LivesInSpecialArea().Residences[0] = p.Residences[0] with { InSpecialArea = true, Address = address };
        return p;
    }

    private static PatientScene TwoOthers(PatientScene p, params int[] daysOfTheSecond) {
        p.Others.Add(new() { Key = "他１", Patient = p.Key, From = p.Day(1), Prefecture = "13", Code = "2345678", Address = "東京都〜", Name = "訪問看護ステーション△△" });
        p.Others.Add(new() { Key = "他２", Patient = p.Key, From = p.Day(1), Prefecture = "14", Code = "3456789", Address = "神奈川県〜", Name = "訪問看護ステーション○○", VisitDays = [.. daysOfTheSecond.Select(p.Day)] });
        return p;
    }

    private static PatientScene Discharged(PatientScene p, DateOnly? readmission) {
        p.Guidances.Add(new() { Key = "指導", Patient = p.Key, Kind = DischargeGuidanceKind.DischargeDay, Date = new(2024, 5, 31), Discharge = new(2024, 5, 31), Staff = "看護師", Minutes = 60, Readmission = readmission });
        return p;
    }

    private static void Disease(PatientScene p, string code, params string[] modifiers) =>
        p.Diseases.Add(new() { Key = p.Row(), Patient = p.Key, Code = code, Modifiers = modifiers, Order = p.Diseases.Count, IsMain = p.Diseases.Count == 0 });
}
