using ClaimsCloud.Application.Cases;
using ClaimsCloud.Application.Cases.Money;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Testing;

/// <summary>Fictional stations on their way in, in every state that the board can show: made by the product's own use cases, on a clock that goes through the months before now.</summary>
public static class ManyCases {
    private const int FirstCode = 9_980_000;
    private static readonly string[] Ends = [.. CaseDesk.Steps, OnboardingCase.Finished, OnboardingCase.Withdrawn];
    private static readonly string[] Names = ["あかね", "いずみ", "うみかぜ", "えのき", "おおぞら", "かえで", "きずな", "くるみ", "けやき", "こはる", "さざなみ", "しらかば", "すずらん", "そよかぜ", "たんぽぽ", "つくし", "なのはな", "はるか", "ひなた", "ふじみ", "ほたる", "まつば", "みずき", "もみじ", "やまぶき", "ゆずりは", "わかば"];
    private static readonly string[] Lines = ["flets", "flets-planned", "fibre", "flets", "cable", "adsl"];
    private static readonly (string Text, string Holder)[] Reasons = [("建物の管理会社の許可を待っています", "station"), ("フレッツ光の開通日が決まりません", "partner"), ("電子証明書の通知が届いていません", "portal"), ("担当者が替わり、説明をやり直します", "conduct")];
    private static readonly Caller Desk = new("many-cases");

    public static async Task Make(PlatformScope platform, int count, CancellationToken stop) {
        for (var i = 0; i < count; i++) {
            var end = Ends[i % Ends.Length];
            var steps = end == OnboardingCase.Withdrawn ? 1 + (i / Ends.Length % 4) : Array.IndexOf(Ends, end);
            // Days in each step so far, and in the present one: some are within the time that a step should take, some late.
            var (days, last) = (6 + (i % 9), 1 + (i * 11 % 60));
            var time = new ManualTime(platform.Now.AddDays(-((steps * days) + last)));
            await One(i, end, steps, days, time, platform with { Time = time }, stop);
        }
    }

    private static async Task One(int i, string end, int steps, int days, ManualTime time, PlatformScope then, CancellationToken stop) {
        var caseId = await Apply(i, then, stop);
        for (var step = 1; step <= steps; step++) {
            time.Advance(TimeSpan.FromDays(days));
            var next = step < CaseDesk.Steps.Length ? CaseDesk.Steps[step] : OnboardingCase.Finished;
            await Before(caseId, i, next, then, stop);
            await Do(MoveCase.Handle(caseId, new(await Revision(caseId, then, stop), next, null), then, Desk, stop));
        }
        if (end == OnboardingCase.Withdrawn) await Do(MoveCase.Handle(caseId, new(await Revision(caseId, then, stop), end, "事業所を閉じるため"), then, Desk, stop));
        else if (end != OnboardingCase.Finished) await InTheMiddle(caseId, i, end, then, stop);
    }

    private static async Task<string> Apply(int i, PlatformScope then, CancellationToken stop) {
        var prefecture = BookTables.Prefectures[i * 7 % BookTables.Prefectures.Count].Value;
        // Every twentieth has two kinds of line, or none: the desk has to ask.
        var line = i % 20 == 0 ? "flets;cable" : i % 20 == 9 ? "none" : Lines[i % Lines.Length];
        var answers = new Dictionary<string, string> {
            ["stationName"] = $"{Names[i % Names.Length]}訪問看護ステーション", ["stationCode"] = $"{FirstCode + i}", ["prefecture"] = prefecture, ["address"] = $"架空市{1 + (i % 9)}-{1 + (i % 7)}", ["contactName"] = "導入 花子",
            ["phone"] = $"03-0000-{i:0000}", ["email"] = $"s{FirstCode + i}@example.jp", ["lines"] = line, ["building"] = i % 10 == 3 ? "unknown" : "fits", ["callFrom"] = $"{9 + (i % 4):00}:00", ["callTo"] = $"{15 + (i % 4):00}:00",
        };
        var answer = await Application.Cases.Applying.SaveApplication.Handle(new(null, answers, HandIn: true), then, stop);
        return answer.Result is Ok<ApplicationDetail> { Value.CaseId: { } caseId } ? caseId : throw new InvalidOperationException($"{FirstCode + i} was not taken");
    }

    /// <summary>What a case needs before it goes on.</summary>
    private static async Task Before(string caseId, int i, string next, PlatformScope then, CancellationToken stop) {
        async Task<long> Seen() => await Revision(caseId, then, stop);
        var today = DateOnly.FromDateTime(then.Now.AddHours(9).DateTime);
        var (setup, programs) = (360_000 + (i % 10 * 10_000), 165_000);
        switch (next) {
            case "order":
                await Answer(caseId, then, stop);
                var site = ApplicationForm.Site((await then.Case(caseId, stop))!.Value.Answers);
                var candidates = PartnerChoice.For(site, OnboardingBook.BuiltIn).Candidates;
                var chosen = candidates[i % candidates.Count];
                await Do(PickPartner.Handle(caseId, new(await Seen(), chosen.Partner, chosen.Connection), then, Desk, stop));
                await Do(MakeQuote.Handle(caseId, new(await Seen(), []), then, Desk, stop));
                break;
            case "register":
                await Do(RecordBills.Order(caseId, new(await Seen(), today, new Dictionary<string, long> { ["setup"] = setup, ["programs"] = programs, ["maintenance"] = 3_300 }), then, Desk, stop));
                await Done(caseId, then, stop, "8");
                break;
            case "install":
                await Done(caseId, then, stop, "2");
                break;
            case "pay":
                await Done(caseId, then, stop, "1", "3", "4", "5", "6", "7");
                break;
            case "subsidise":
                await Do(RecordBills.Invoice(caseId, new(await Seen(), "partner", $"A-{i}", today, today, new Dictionary<string, long> { ["setup"] = setup }), then, Desk, stop));
                await Do(RecordBills.Invoice(caseId, new(await Seen(), "conduct", $"C-{i}", today, today, new Dictionary<string, long> { ["programs"] = programs }), then, Desk, stop));
                break;
            case OnboardingCase.Finished:
                foreach (var (paper, supplier, yen) in ((string, string?, long?)[])[("receipt", "partner", setup), ("statement", "partner", setup), ("receipt", "conduct", programs), ("statement", "conduct", programs), ("report", null, null)])
                    if (!(await TakePaper.Take(caseId, new("書類.pdf", null, paper, supplier, yen), new MemoryStream("%PDF-1.4 見本"u8.ToArray()), CaseChanges.Desk, Desk.Id, then, stop)).Succeeded(out _, out var refusal)) throw new InvalidOperationException(refusal.Title);
                await Do(RecordBills.Subsidy(caseId, new(await Seen(), today), then, Desk, stop));
                break;
            default: break;
        }
    }

    /// <summary>Signs of work in the present step: an item that waits, a reason to stand still.</summary>
    private static async Task InTheMiddle(string caseId, int i, string step, PlatformScope then, CancellationToken stop) {
        if (step == "install") await Do(ChangeItem.Handle(caseId, new(await Revision(caseId, then, stop), "1", "waiting", "partner", DateOnly.FromDateTime(then.Now.DateTime).AddDays(30), "工事日の連絡待ち"), then, Desk, stop));
        if (i % 11 != 5) return;
        var (text, holder) = Reasons[i % Reasons.Length];
        await Do(ChangeBlocker.Handle(caseId, new(await Revision(caseId, then, stop), null, text, holder), then, Desk, stop));
    }

    /// <summary>The desk has asked: the line that is used is known.</summary>
    private static async Task Answer(string caseId, PlatformScope then, CancellationToken stop) {
        var answers = new Dictionary<string, string>((await then.Case(caseId, stop))!.Value.Answers);
        if (answers["lines"] is "none") answers["lines"] = "flets-planned";
        else if (answers["lines"].Contains(' ', StringComparison.Ordinal)) answers["useLine"] = "flets";
        else return;
        await Do(ChangeAnswers.Handle(caseId, new(await Revision(caseId, then, stop), answers), then, Desk, stop));
    }

    private static async Task Done(string caseId, PlatformScope then, CancellationToken stop, params string[] items) {
        foreach (var item in items) await Do(ChangeItem.Handle(caseId, new(await Revision(caseId, then, stop), item, "done", null, null, null), then, Desk, stop));
    }

    private static async Task<long> Revision(string caseId, PlatformScope then, CancellationToken stop) => (await then.Case(caseId, stop))!.Value.Revision;

    private static async Task Do(Task<Results<Ok<CaseDetail>, Refused>> change) {
        if ((await change).Result is Refused refused) throw new InvalidOperationException(refused.Refusal.Title);
    }
}
