using System.Runtime.InteropServices;
using System.Text;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>
/// KA: the calculated lines. One patient's line is mostly another's as well – the same day, fee and staff – so that a line is made once for a build; claims share it and nobody
/// changes it. Its values are codes and numbers of ours, half-width.
/// </summary>
internal sealed class FeeRecords {
    private readonly RecordLayout _layout;
    private readonly int _date, _share, _code, _yen, _staff, _count, _instruction;
    /// <summary>負担区分 by the set of payers; none for the empty set.</summary>
    private readonly byte[][] _shares = [.. Enumerable.Range(0, 32).Select(payers => PayerShares.Release202406.Code((Payers)payers) is { } code ? Encoding.ASCII.GetBytes(code) : [])];
    private readonly Dictionary<Content, RecordDraft> _drafts = [];

    public FeeRecords(ClaimSpec spec) {
        _layout = spec.Record("KA")!;
        int At(string field) => _layout.Field(field)!.Position;
        (_date, _share, _code, _yen) = (At("ServiceDate"), At("PayerShare"), At("FeeCode"), At("Yen"));
        (_staff, _count, _instruction) = (At("StaffCodes"), At("VisitCount"), At("InstructionKind"));
    }

    public void AddTo(List<RecordDraft> records, ClaimPart part) {
        foreach (var (fee, payers) in part.Lines) {
            var content = new Content(fee.Date, payers, fee.Fee.Code, fee.Yen, fee.StaffCodes, fee.VisitCount, fee.InstructionKind);
            if (!_drafts.TryGetValue(content, out var draft)) draft = _drafts[content] = Record(content);
            records.Add(draft);
        }
    }

    private RecordDraft Record(in Content line) => new RecordDraft(_layout)
        .Set(_date, Bytes($"{line.Date:yyyyMMdd}")).Set(_share, _shares[(int)line.Payers]).Set(_code, Bytes(line.Code))
        .Set(_yen, Bytes($"{line.Yen}")).Set(_staff, Bytes(line.StaffCodes)).Set(_count, Bytes(line.VisitCount)).Set(_instruction, Bytes(line.InstructionKind)).Joined();

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>All that KA records of a line.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Content(DateOnly Date, Payers Payers, string Code, int Yen, string StaffCodes, string VisitCount, string InstructionKind) {
        /// <summary>Day and code tell most lines apart; what is left is for <see cref="Equals(Content)"/>.</summary>
        public override int GetHashCode() => HashCode.Combine(Date, Payers, Code, Yen);
    }
}
