namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>The lines of one 明細書: everything from a 基本情報 record to the next.</summary>
internal sealed class CareClaimLines(CareRecord basic) {
    private readonly List<CareRecord> _details = [];
    private readonly List<CareRecord> _summaries = [];

    public CareRecord Basic => basic;

    /// <summary>明細情報.</summary>
    public IReadOnlyList<CareRecord> Details => _details;

    /// <summary>集計情報, one a service type.</summary>
    public IReadOnlyList<CareRecord> Summaries => _summaries;

    /// <summary>True for 7132, 介護予防.</summary>
    public bool IsPrevention { get; } = basic.ExchangeId.SequenceEqual("7132"u8);

    /// <summary>生保単独: the insured number begins with H.</summary>
    public bool IsWelfareOnly { get; } = basic.Field("InsuredNumber") is [(byte)'H', ..];

    public string Insurer { get; } = (basic.Text("InsurerNumber") ?? "").TrimStart('0');
    public string Insured { get; } = basic.Text("InsuredNumber") ?? "";

    /// <summary>False for a record that has no place in a claim.</summary>
    public bool Add(CareRecord record) {
        switch (record.Layout!.Id) {
            case "7131-02": _details.Add(record); return true;
            case "7131-10": _summaries.Add(record); return true;
            default: return record.Layout.Id == "7131-14";
        }
    }

    public bool Holds(CareRecord record) =>
        record.ExchangeId.SequenceEqual(basic.ExchangeId) && record.Field("ServiceMonth").SequenceEqual(basic.Field("ServiceMonth")) && record.Field("OfficeNumber").SequenceEqual(basic.Field("OfficeNumber"))
        && record.Field("InsurerNumber").SequenceEqual(basic.Field("InsurerNumber")) && record.Field("InsuredNumber").SequenceEqual(basic.Field("InsuredNumber"));

    public long Sum(string field) => _summaries.Sum(s => s.Number(field) ?? 0);
}
