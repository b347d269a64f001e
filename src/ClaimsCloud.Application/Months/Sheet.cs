using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Application.Months;

/// <summary>All rows of one patient in one month, or all of the station: what is changed together and read together.</summary>
/// <param name="Patient">Key of the patient; empty: the station.</param>
/// <param name="Name">Of the patient, for lists; empty: the station.</param>
/// <param name="Revision">Grows with every change.</param>
internal sealed record Sheet(string Month, string Patient, string Name, string? Kana, int Visits, long Revision, IReadOnlyList<RowText> Rows) {
    /// <summary>By the sheet's own id: an index lies in the clear, and a name must not.</summary>
    public static readonly DocumentIndex<Sheet> ByMonth = new("month", s => IdOf(s.Month, s.Patient).Replace('.', '|'));
    public static readonly DocumentKind<Sheet> Kind = new("care-sheet", ByMonth);

    public bool IsStation => Patient.Length == 0;

    /// <summary>A key may hold any character; an id may not.</summary>
    public static string IdOf(string month, string patient) =>
        patient.Length == 0 ? $"{month}.station" : $"{month}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(patient)))}";

    /// <summary>The sheet with these rows: name and counts follow from them.</summary>
    public static Sheet Of(string month, string patient, long revision, IEnumerable<RowText> rows) {
        RowText[] all = [.. rows.OrderBy(r => TableOrder(r.Table)).ThenBy(r => Day(r), StringComparer.Ordinal).ThenBy(r => r.Key, StringComparer.Ordinal)];
        var self = all.FirstOrDefault(r => r.Table == PatientTable && r.Key == patient);
        return new(month, patient, self?.Cells.GetValueOrDefault("name") ?? "", self?.Cells.GetValueOrDefault("kana"), all.Count(r => r.Table == VisitTable), revision, all);
    }

    public const string PatientTable = "patients";
    public const string VisitTable = "visits";

    private static int TableOrder(string table) => Order[table];

    private static readonly Dictionary<string, int> Order = BundleTables.All.Index().ToDictionary(t => t.Item.Name, t => t.Index);

    /// <summary>Within a table by day where there is one: the order a person looks for.</summary>
    private static string Day(RowText row) => (row.Cells.GetValueOrDefault("date") ?? row.Cells.GetValueOrDefault("from") ?? "") + row.Cells.GetValueOrDefault("start");
}
