using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules;

/// <summary>F07d: マスターのコードは照合していない。</summary>
internal sealed class MasterCodesNotChecked() : FileCheck(new Rule("F07d", Severity.Hint,
    "マスターのコードは照合していません",
    "訪問看護療養費コード・傷病名コード・修飾語コード・コメントコードは、記録条件仕様の外の基本マスターで決まります。この点検はまだマスターを使いません。",
    "コードの有無と内容は、レセプト作成ソフトか審査支払機関の受付・事務点検で確かめてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13、p.16、p.17", "2024-06",
    "（レセプトのないファイル）",
    "GO")) {
    private bool _said;

    public override void Inspect(RecordBlock block, Claim? claim, Findings findings) {
        if (_said || claim is null) return;
        _said = true;
        findings.Add(Rule, Verdict.NotChecked, Place.WholeFile, "療養費・傷病名・修飾語・コメントのコードは基本マスターと照合していません。");
    }
}
