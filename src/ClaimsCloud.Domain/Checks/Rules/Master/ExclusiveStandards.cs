using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M08b: 両立しない施設基準の療養費がある。</summary>
internal sealed class ExclusiveStandards() : FileCheck(new Rule("M08b", Severity.LikelyReturn,
    "同時に届け出られない施設基準の療養費です",
    "24時間対応体制加算のイとロ、管理療養費１と２、機能強化型、ベースアップ評価料（Ⅱ）の区分は、1つの訪問看護ステーションが同じ月にどれか1つだけ届け出ます。",
    "届出の控えを確かめ、ファイルの中のコードをそろえてください。",
    "訪問看護療養費マスター 施設基準テーブル、訪問看護ステーションの基準に係る届出", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,19740,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,19740,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000670,,6520,,,\nRE,2,6112,202406,訪問　次郎,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,20020,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550002170,,6800,,,\nGO\n␚") { Needs = CheckNeeds.FeeSchedule }) {
    private const int MostChoices = 200;
    private readonly Dictionary<ServiceMonth, FeeEntry?[]> _seen = [];
    private int _choices;

    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) {
        if (claim?.Month is not { } month) return;
        var seen = _seen.GetValueOrDefault(month);
        foreach (ref readonly var line in claim.Lines) {
            if (line.Fee is not { StandardChoice: > 0 and var choice } fee) continue;
            if (seen?[choice] is { } first) {
                if (StandardOf(first) != StandardOf(fee))
                    findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}は、前のレセプトの{first.Shown}と同じ月に届け出られません。");
            } else if (_choices < MostChoices) {
                // 24 months of late claims at most: more months than that in one file are no months of a station.
                (seen ??= _seen[month] = new FeeEntry?[5])[choice] = fee;
                _choices++;
            }
        }
    }

    private static string StandardOf(FeeEntry fee) => fee.Fee.FacilityStandards[0];
}
