using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>One RECEIPTH.UKE for one 審査支払機関, claim by claim in memory that does not grow.</summary>
public sealed class ClaimFileWriting {
    private readonly RecordWriter _writer;

    /// <param name="file">Written to, not closed; whole after <see cref="Finish"/>.</param>
    /// <param name="bundle">Without <see cref="StationProblems"/>.</param>
    /// <param name="reviewOrganization">別表1 code.</param>
    public ClaimFileWriting(Stream file, MonthBundle bundle, string reviewOrganization) {
        _writer = new RecordWriter(file);
        _writer.Write(Head(bundle, reviewOrganization, new(bundle.Station.Key)));
    }

    /// <summary>Claims written.</summary>
    public int Claims { get; private set; }

    /// <summary>Lines written: HM is the first.</summary>
    public int Lines { get; private set; } = 1;

    /// <summary>What keeps the whole file back: the station's own data, or a billing month that is not after the service month.</summary>
    public static IReadOnlyList<BundleFinding> StationProblems(MonthBundle bundle) {
        var findings = new Fees.Calculation.CalculationFindings("");
        Head(bundle, "1", findings);
        if (bundle.BillingMonth <= bundle.Month)
            findings.Refuse("L07a", new("bundle", "", "billingMonth"), "請求年月が指定訪問看護年月より後ではありません。", "請求年月を直してください。", "記録条件仕様 p.4");
        return findings.All;
    }

    /// <summary>The next claim; its number is the count of claims so far.</summary>
    public void Write(BuiltClaim claim) {
        ArgumentNullException.ThrowIfNull(claim);
        claim.Records[0].Set("ReceiptNumber", $"{++Claims}");
        foreach (var record in claim.Records) _writer.Write(record);
        Lines += claim.Records.Count;
    }

    public void Finish() {
        _writer.Write(new RecordDraft(ClaimSpec.Release202406.Record("GO")!));
        _writer.WriteEndMark();
        _writer.Flush();
    }

    private static RecordDraft Head(MonthBundle bundle, string reviewOrganization, Fees.Calculation.CalculationFindings findings) {
        var station = bundle.Station;
        var place = BundlePlace.Row("station", station.Key);
        return new RecordFiller("HM", ClaimSpec.Release202406, findings).Set("ReviewOrganization", reviewOrganization).Set("Prefecture", station.Prefecture, place with { Field = "prefecture" })
            .Set("FeeTable", "6").Set("StationCode", station.Code, place with { Field = "code" }).Set("StationName", station.Name, place with { Field = "name" })
            .Set("BillingMonth", $"{bundle.BillingMonth}").Set("Phone", station.Phone, place with { Field = "phone" }).Draft;
    }
}
