namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M11b: 指示期間の外の訪問。</summary>
internal sealed class OutsideInstructionPeriod() : ClaimCheck(new Rule("M11b", Severity.LikelyReturn,
    "指示期間の外の訪問です",
    "療養費に記録した指示区分の指示書（HJ）の期間に、訪問の日が入っていることが必要です。特別指示の期間だけ02・04・06を記録します。",
    "指示書の期間か、指示区分を直してください。指示書が切れていないか確かめます。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.12、p.17", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,03,01,02") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (ref readonly var line in claim.Lines) {
            if (line.Instruction == 0 || line.Day is not { } day || claim.OrderCovers(line.Instruction, day)) continue;
            findings.Add(Rule, line.Record, "ServiceDate", $"{day:M月d日}は、指示区分0{line.Instruction}の指示期間に入っていません。");
        }
    }
}
