using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>S01a: 請求先の審査支払機関が違う。</summary>
internal sealed class WrongPayer() : FileCheck(new Rule("S01a", Severity.LikelyReturn,
    "請求先の審査支払機関が違います",
    "被用者保険は支払基金（1）、国民健康保険と後期高齢者医療は国保連合会（2）に、別々のファイルで請求します。",
    "審査支払機関ごとにファイルを分けて出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.4、請求命令", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,",
    "HM,2,13,6,1234567,ひかり訪問看護ステーション,202407,")) {
    private string? _payer;

    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) {
        if (_payer is null && block[0].IdBytes.SequenceEqual("HM"u8)) _payer = new StationRecord(block[0]).ReviewOrganization;
        if (_payer is not ("1" or "2") || claim?.Insurer is not { } insurer || InsurerKinds.Of(insurer) is not (not InsurerKind.Unknown and var kind)) return;
        if ((kind is InsurerKind.NationalHealth or InsurerKind.LateSenior) != (_payer == "2"))
            findings.Add(Rule, insurer, "InsurerNumber", _payer == "1" ? "国保連合会に請求する保険ですが、支払基金あてのファイルにあります。" : "支払基金に請求する保険ですが、国保連合会あてのファイルにあります。");
    }
}
