using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Copay;

/// <summary>
/// Monthly limits of the patient's share (高額療養費の現物給付) by service month. Home nursing counts as 外来: from 70 it is the limit of one person's
/// outpatient care. Rows that are not well evidenced give no figure.
/// </summary>
public static class CopayLimits {
    private static readonly Row[] Rows = [.. DataFile.Rows("copay/limits.csv").Select(Row.From)];

    /// <param name="totalYen">The whole cost of the month before any share (10割).</param>
    /// <param name="count">Without effect where the class has no 多数回該当.</param>
    public static CopayLimit Of(ServiceMonth month, CopayClass patient, int totalYen, LimitCount count, LimitPortion portion) {
        if (Array.Find(Rows, r => r.Class == patient && r.First <= month && month <= r.Last) is not { } row)
            return CopayLimit.Unknown($"{month.Year}年{month.Month}月のこの所得区分の高額療養費の限度額を持っていません。");
        if (row.Certainty == Certainty.Doubtful)
            return CopayLimit.Unknown($"{month.Year}年{month.Month}月のこの所得区分の高額療養費の限度額は、政令で確かめられていません。");
        return CopayLimit.Known(row.Yen(totalYen, count, portion == LimitPortion.Half ? 2 : 1), row.Certainty);
    }

    private sealed record Row(ServiceMonth First, ServiceMonth Last, CopayClass Class, int Base, int Threshold, int Percent, int? Ceiling, int? Repeated, Certainty Certainty) {
        public static Row From(DataRow row) => new(Month(row["from"]), Month(row["to"]), Words.Read<CopayClass>(row["class"]), row.Number("base"), row.Number("threshold"),
            row.Number("percent"), row.OptionalNumber("ceiling"), row.OptionalNumber("repeated"), Words.Read<Certainty>(row["certainty"]));

        public int Yen(int total, LimitCount count, int parts) {
            if (count == LimitCount.Repeated && Repeated is { } repeated) return repeated / parts;
            var limit = (Base / parts) + PercentHalfUp(Math.Max(0, total - (Threshold / parts)), Percent);
            return Ceiling is { } ceiling ? Math.Min(limit, ceiling / parts) : limit;
        }

        /// <summary>Fractions of a yen are rounded half up (the worked examples of the manual fit; the ordinance was not read).</summary>
        private static int PercentHalfUp(int yen, int percent) => (int)((((long)yen * percent) + 50) / 100);

        private static ServiceMonth Month(string month) => ServiceMonth.Of(int.Parse(month.AsSpan(0, 4)), int.Parse(month.AsSpan(5)));
    }
}
