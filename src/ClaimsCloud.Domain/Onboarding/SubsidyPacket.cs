using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Onboarding;

/// <param name="Yen">Tax included.</param>
public sealed record PacketLine(string Name, long Yen, bool Subsidised);

/// <param name="Supplier">partner or conduct.</param>
public sealed record PacketInvoice(string Supplier, string Number, DateOnly IssuedOn, DateOnly? PaidOn, IReadOnlyList<PacketLine> Lines) {
    public long Yen => Lines.Sum(l => l.Yen);
    public long SubsidisedYen => Lines.Where(l => l.Subsidised).Sum(l => l.Yen);
}

/// <param name="Kind">Key of a <see cref="RequiredPaper"/>.</param>
/// <param name="Supplier">Empty for a paper of the case.</param>
/// <param name="Yen">What stands on it; null when nobody typed it.</param>
public sealed record PacketPaper(string Kind, string Supplier, long? Yen);

/// <param name="Suppliers">Whom something was ordered from.</param>
/// <param name="InstalledOn">Null while the installation is not done.</param>
/// <param name="AppliedOn">The day of the application, or the day it is looked at when it was not made yet.</param>
public sealed record PacketFacts(Programme Programme, IReadOnlyList<string> Suppliers, IReadOnlyList<PacketInvoice> Invoices, IReadOnlyList<PacketPaper> Papers, DateOnly? InstalledOn, DateOnly AppliedOn);

/// <param name="Code">SP01 no invoice, SP02 not paid, SP03 paid after the application, SP04 a paper is missing, SP05 amounts differ, SP06 not installed, SP07 late, SP08 nothing to subsidise.</param>
public sealed record PacketFinding(string Code, Verdict Verdict, string Message, string Fix);

/// <param name="Findings">Empty of failures: the packet may be sent.</param>
/// <param name="OverCapYen">Subsidised and over the cap.</param>
public sealed record PacketAccount(long TotalYen, long SubsidisedYen, long SubsidyYen, long OwnYen, long OverCapYen, IReadOnlyList<PacketFinding> Findings) {
    public bool IsComplete => Findings.All(f => f.Verdict != Verdict.Fail);
}

/// <summary>What goes into a subsidy application, and what of it is not there yet.</summary>
public static class SubsidyPacket {
    public static PacketAccount Of(PacketFacts facts) {
        var subsidised = facts.Invoices.Sum(i => i.SubsidisedYen);
        var total = facts.Invoices.Sum(i => i.Yen);
        var subsidy = SubsidyShare.Subsidy(subsidised, facts.Programme);
        return new(total, subsidised, subsidy, total - subsidy, Math.Max(0, subsidised - facts.Programme.CapYen), [.. Findings(facts, subsidised)]);
    }

    private static IEnumerable<PacketFinding> Findings(PacketFacts facts, long subsidised) {
        foreach (var supplier in facts.Suppliers) {
            var name = BookTables.Label(BookTables.Suppliers, supplier);
            var invoices = facts.Invoices.Where(i => i.Supplier == supplier).ToList();
            if (invoices.Count == 0) yield return Fail("SP01", $"{name}の請求書が記録されていません。", "届いた請求書を記録してください。");
            foreach (var invoice in invoices) {
                if (invoice.PaidOn is not { } paid) yield return Fail("SP02", $"{name}の請求書 {invoice.Number} の支払いが記録されていません。", "支払った日を記録してください。支払いが終わる前には申請できません。");
                else if (paid > facts.AppliedOn) yield return Fail("SP03", $"{name}の請求書 {invoice.Number} は、申請日より後に支払われています。", "支払いを終えてから申請してください。日付を確かめてください。");
            }
            foreach (var paper in facts.Programme.Papers.Where(p => p.PerSupplier)) {
                var there = facts.Papers.Where(p => p.Kind == paper.Key && p.Supplier == supplier).ToList();
                if (there.Count == 0) yield return Fail("SP04", $"{name}の{paper.Name}がありません。", $"{name}から{paper.Name}をもらい、添えてください。");
                else if (there.Any(p => p.Yen is null)) yield return new("SP05", Verdict.NotChecked, $"{name}の{paper.Name}の金額は確かめていません。", "書類の金額を入れると、請求書の合計と比べます。");
                else if (there.Sum(p => p.Yen) is { } sum && sum != invoices.Sum(i => i.Yen))
                    yield return Fail("SP05", $"{name}の{paper.Name}は{sum:#,0}円で、請求書の合計{invoices.Sum(i => i.Yen):#,0}円と違います。", "書類と請求書のどちらが正しいかを確かめて直してください。");
            }
        }
        foreach (var paper in facts.Programme.Papers.Where(p => !p.PerSupplier && facts.Papers.All(x => x.Kind != p.Key)))
            yield return Fail("SP04", $"{paper.Name}がありません。", $"導入支援事業者から{paper.Name}をもらい、添えてください。");
        if (facts.InstalledOn is null) yield return Fail("SP06", "導入が終わっていません。", "導入の段階の作業をすべて終えてください。");
        if (facts.Programme.ApplyBy is not { } by) yield return new("SP07", Verdict.NotChecked, "申請の期限は登録されていません。", "ポータルサイトで期限を確かめ、決まりごとに入れてください。");
        else if (facts.AppliedOn > by) yield return Fail("SP07", $"申請の期限（{by:yyyy年M月d日}）を過ぎています。", "期限の延長や別の補助金があるかを、ポータルサイトで確かめてください。");
        if (facts.Programme.OperateBy is { } operate && facts.InstalledOn > operate) yield return Fail("SP07", $"運用開始の期限（{operate:yyyy年M月d日}）より後に導入が終わっています。", "対象になるかをポータルサイトへ確かめてください。");
        if (facts.Suppliers.Count > 0 && facts.Invoices.Count > 0 && subsidised == 0) yield return Fail("SP08", "補助の対象になる金額がありません。", "請求書の内訳で、補助の対象を確かめてください。");
    }

    private static PacketFinding Fail(string code, string message, string fix) => new(code, Verdict.Fail, message, fix);
}
