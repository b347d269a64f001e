using ClaimsCloud.Domain.Records;
using System.Runtime.InteropServices;

namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>S02a: 同じ方の同じ月のレセプトが2件ある。</summary>
internal sealed class ClaimTwice() : FileCheck(new Rule("S02a", Severity.LikelyReturn,
    "同じ方の同じ月のレセプトが2件あります",
    "同じ方・同じ月・同じ保険のレセプトは1件にまとめます。重ねて請求すると返戻されます。",
    "1件にまとめるか、重なったレセプトを除いてください。",
    "返戻の事由（重複請求）", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nRE,2,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345679,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nRE,2,6112,202406,看護　花子,,2,19600105,,,,,,,\nHO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHJ,01,20240601,20241130\nJS,安定している。,03,,,\nSY,8830417,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nGO\n␚")) {
    private readonly HashSet<Int128> _seen = [];

    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) {
        if (claim is null || claim.Common is not { ServiceMonth: not null, BirthDate: not null } common) return;
        if (!_seen.Add(KeyOf(claim, common.Record))) findings.Add(Rule, common.Record, "PatientName", "同じ方・同じ月・同じ保険のレセプトが、このファイルの前にもあります。");
    }

    /// <summary>Month, name, birth date, insurer with symbol and number, public expenses: who is billed to whom. A hash, so that a long file does not fill the memory.</summary>
    private static Int128 KeyOf(ClaimFacts claim, Record common) {
        var hash = new Fold();
        foreach (var position in (ReadOnlySpan<int>)[4, 5, 8]) hash.Add(common.Field(position));
        foreach (var record in claim.Insurers)
            foreach (var position in (ReadOnlySpan<int>)[2, 3, 4]) hash.Add(record.Field(position));
        foreach (var record in claim.Publics)
            foreach (var position in (ReadOnlySpan<int>)[2, 3]) hash.Add(record.Field(position));
        return hash.Value;
    }

    /// <summary>FNV-1a over 64 bits, twice with different primes: the same in every run, unlike the framework's hash.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Fold() {
        private ulong _a = 14695981039346656037, _b = 1099511628211;

        public readonly Int128 Value => ((Int128)_a << 64) | _b;

        public void Add(ReadOnlySpan<byte> field) {
            foreach (var b in field) Add(b);
            Add((byte)',');
        }

        private void Add(byte b) {
            unchecked {
                _a = (_a ^ b) * 1099511628211;
                _b = (_b ^ b) * 6364136223846793005;
            }
        }
    }
}
