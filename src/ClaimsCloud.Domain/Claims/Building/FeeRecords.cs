using System.Text;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>KA: the calculated lines. Their values are codes and numbers of ours: few, half-width, so their bytes are made once for a build.</summary>
internal sealed class FeeRecords {
    private readonly RecordLayout _layout;
    private readonly int _date, _share, _code, _yen, _staff, _count, _instruction;
    /// <summary>負担区分 by the set of payers; none for the empty set.</summary>
    private readonly byte[][] _shares = [.. Enumerable.Range(0, 32).Select(payers => PayerShares.Release202406.Code((Payers)payers) is { } code ? Encoding.ASCII.GetBytes(code) : [])];
    private readonly Dictionary<string, byte[]> _texts = [];
    private readonly Dictionary<int, byte[]> _numbers = [];

    public FeeRecords(ClaimSpec spec) {
        _layout = spec.Record("KA")!;
        int At(string field) => _layout.Field(field)!.Position;
        (_date, _share, _code, _yen) = (At("ServiceDate"), At("PayerShare"), At("FeeCode"), At("Yen"));
        (_staff, _count, _instruction) = (At("StaffCodes"), At("VisitCount"), At("InstructionKind"));
    }

    public void AddTo(List<RecordDraft> records, ClaimPart part) {
        foreach (var line in part.Lines) records.Add(Record(line.Fee, line.Payers));
    }

    private RecordDraft Record(FeeLine fee, Payers payers) => new RecordDraft(_layout)
        .Set(_date, Number((((fee.Date.Year * 100) + fee.Date.Month) * 100) + fee.Date.Day)).Set(_share, _shares[(int)payers]).Set(_code, Text(fee.Fee.Code))
        .Set(_yen, Number(fee.Yen)).Set(_staff, Text(fee.StaffCodes)).Set(_count, Text(fee.VisitCount)).Set(_instruction, Text(fee.InstructionKind));

    private byte[] Text(string text) {
        if (text.Length == 0) return [];
        if (!_texts.TryGetValue(text, out var bytes)) bytes = _texts[text] = Encoding.ASCII.GetBytes(text);
        return bytes;
    }

    private byte[] Number(int number) {
        if (!_numbers.TryGetValue(number, out var bytes)) bytes = _numbers[number] = Encoding.ASCII.GetBytes($"{number}");
        return bytes;
    }
}
