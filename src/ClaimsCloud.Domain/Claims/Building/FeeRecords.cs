using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>KA: the calculated lines, whose values are codes and numbers of ours and need no check.</summary>
internal static class FeeRecords {
    public static IEnumerable<RecordDraft> All(ClaimPart part, ClaimSpec spec) {
        var layout = spec.Record("KA")!;
        foreach (var (fee, payers) in part.Lines) {
            var record = new RecordDraft(layout).Set("ServiceDate", $"{fee.Date:yyyyMMdd}").Set("PayerShare", PayerShares.Release202406.Code(payers)!).Set("FeeCode", fee.Fee.Code)
                .Set("Yen", $"{fee.Yen}");
            if (fee.StaffCodes.Length > 0) record.Set("StaffCodes", fee.StaffCodes);
            if (fee.VisitCount.Length > 0) record.Set("VisitCount", fee.VisitCount);
            if (fee.InstructionKind.Length > 0) record.Set("InstructionKind", fee.InstructionKind);
            yield return record;
        }
    }
}
