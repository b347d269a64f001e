using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>Records with a 負担者種別 (SN, JD): one a payer, in their order, none of a payer that the claim does not have.</summary>
internal static class PayerOrder {
    public static void Inspect(Rule rule, ClaimFacts claim, List<Record> records, Findings findings) {
        var before = 0;
        foreach (var record in records) {
            if (record.Field(2) is not [>= (byte)'1' and <= (byte)'5' and var code]) continue;
            var kind = code - '0';
            if ((claim.PayersPresent & 1 << (kind - 1)) == 0) findings.Add(rule, record, "PayerKind", $"負担者種別{kind}の保険または公費がありません。");
            else if (kind <= before) findings.Add(rule, record, "PayerKind", "負担者種別の順に1件ずつ記録します。");
            before = Math.Max(before, kind);
        }
    }
}
