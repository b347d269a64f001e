namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X18e: マスターにないコメントコード。</summary>
internal sealed class UnknownComment() : ClaimCheck(new Rule("X18e", Severity.LikelyReturn,
    "マスターにないコメントコードです",
    "コメントコードは、コメントマスターにあるものだけを記録します。",
    "コメントコードを選び直してください。",
    "コメントマスター、記録条件仕様（訪問看護用）令和6年6月版 p.16、p.17", "2024-06",
    "#コメント 820500001\nCO,820500001,,",
    "#コメント 820500001\nCO,820509999,,") { PayerCode = "3459", Needs = CheckNeeds.CommentCodes }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Comments)
            if (record.Text(2) is { } code && !claim.Context.CommentCodes!.Contains(code)) findings.Add(Rule, record, "CommentCode", $"コメントコード{code}は、コメントマスターにありません。");
        foreach (var record in claim.Matters)
            if (record.Text(3) is { } code && !claim.Context.CommentCodes!.Contains(code)) findings.Add(Rule, record, "CommentCode", $"コメントコード{code}は、コメントマスターにありません。");
    }
}
