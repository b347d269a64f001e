using System.Globalization;
using System.Text;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns.Resubmission;

/// <summary>
/// Writes the file that is sent (manual p. 65–66): HM and GO of the claim file, never HH and HG; レセプト番号 from 1 in file order over first claims and re-claims
/// alike; no HR; a re-claim carries 検索番号 and the history block as the payer gave them, a first claim neither. Everything else is copied byte for byte.
/// </summary>
public static class ResubmissionWriter {
    private const int ReceiptNumber = 2;
    private const int SearchNumber = 15;
    private const int BillingMonth = 7;

    /// <param name="file">Written to, not closed.</param>
    /// <param name="sendingMonth">請求年月 of the month in which it is sent: an earlier one of the claim file gives way to it. Null: as the claim file says.</param>
    /// <exception cref="InvalidOperationException">The plan is not ready.</exception>
    public static void Write(ResubmissionPlan plan, Stream file, ServiceMonth? sendingMonth = null) {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.Ready) throw new InvalidOperationException("The plan has findings that forbid to write it.");
        var writer = new RecordWriter(file);
        WriteHeader(writer, plan.File.Header!.Value, sendingMonth);
        for (var i = 0; i < plan.Claims.Count; i++) Write(writer, plan.Claims[i], i + 1);
        writer.WriteRaw("GO"u8, LineEnding.CrLf);
        writer.WriteEndMark();
        writer.Flush();
    }

    private static void WriteHeader(RecordWriter writer, in Record header, ServiceMonth? sendingMonth) {
        if (sendingMonth is { } month && new StationRecord(header).BillingMonth < month) writer.Write(Copy(header, BillingMonth).Set(BillingMonth, Encoding.ASCII.GetBytes(month.ToString())));
        else writer.WriteRaw(header.Bytes, LineEnding.CrLf);
    }

    private static RecordDraft Copy(in Record record, int fields) {
        var draft = new RecordDraft();
        for (var position = 1; position <= Math.Max(record.FieldCount, fields); position++) draft.Set(position, record.Field(position).ToArray());
        return draft;
    }

    private static void Write(RecordWriter writer, PlannedClaim planned, int number) {
        var draft = Copy(planned.Claim.Records[0], SearchNumber);
        draft.Set(ReceiptNumber, Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
        draft.Set(SearchNumber, planned.Return is { } answered ? answered.Data.Records.First().Field(SearchNumber).ToArray() : []);
        writer.Write(draft);
        foreach (var record in planned.Claim.Records.Skip(1)) writer.WriteRaw(record.Bytes, LineEnding.CrLf);
        foreach (var line in planned.Return?.History.Lines ?? []) writer.WriteRaw(line.Bytes, LineEnding.CrLf);
    }
}
