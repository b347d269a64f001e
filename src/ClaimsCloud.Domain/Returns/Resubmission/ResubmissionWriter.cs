using System.Globalization;
using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns.Resubmission;

/// <summary>
/// Writes the file that is sent (manual p. 65–66): HM and GO of the claim file, never HH and HG; レセプト番号 from 1 in file order over first claims and re-claims
/// alike; no HR; a re-claim carries 検索番号 and the history block as the payer gave them, a first claim neither. Everything else is copied byte for byte.
/// </summary>
public static class ResubmissionWriter {
    private const int ReceiptNumber = 2;
    private const int SearchNumber = 15;

    /// <param name="file">Written to, not closed.</param>
    /// <exception cref="InvalidOperationException">The plan is not ready.</exception>
    public static void Write(ResubmissionPlan plan, Stream file) {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.Ready) throw new InvalidOperationException("The plan has findings that forbid to write it.");
        var writer = new RecordWriter(file);
        writer.WriteRaw(plan.File.Header!.Value.Bytes, LineEnding.CrLf);
        for (var i = 0; i < plan.Claims.Count; i++) Write(writer, plan.Claims[i], i + 1);
        writer.WriteRaw("GO"u8, LineEnding.CrLf);
        writer.WriteEndMark();
        writer.Flush();
    }

    private static void Write(RecordWriter writer, PlannedClaim planned, int number) {
        var common = planned.Claim.Records[0];
        var draft = new RecordDraft();
        for (var position = 1; position <= Math.Max(common.FieldCount, SearchNumber); position++) draft.Set(position, common.Field(position).ToArray());
        draft.Set(ReceiptNumber, Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
        draft.Set(SearchNumber, planned.Return is { } answered ? answered.Data.Records.First().Field(SearchNumber).ToArray() : []);
        writer.Write(draft);
        foreach (var record in planned.Claim.Records.Skip(1)) writer.WriteRaw(record.Bytes, LineEnding.CrLf);
        foreach (var line in planned.Return?.History.Lines ?? []) writer.WriteRaw(line.Bytes, LineEnding.CrLf);
    }
}
