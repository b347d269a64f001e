using ClaimsCloud.Domain.Bundles.Reading.Tables;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>All tables of the month bundle, in their order. This is the one description: readers, writers, schema and documentation follow from it.</summary>
public static class BundleTables {
    public static IReadOnlyList<BundleTable> All { get; } = [
        StationTables.Month, StationTables.Station, StationTables.FacilityStandards, StationTables.Staff, StationTables.Trainings, StationTables.Buildings,
        PatientTables.Patients, PatientTables.Residences,
        PayerTables.InsuranceCards, PayerTables.Reductions, PayerTables.PublicExpenses, PayerTables.LimitCertificates, PayerTables.CareInsurances,
        PayerTables.CareFilings, PayerTables.CarePlans,
        CareTables.Instructions, PatientTables.Conditions, PatientTables.ListedConditions, PatientTables.Diseases, PatientTables.HospitalStays,
        CareTables.OtherStations, PatientTables.Agreements, CareTables.Visits,
        MonthlyTables.InformationLetters, MonthlyTables.DischargeGuidances, MonthlyTables.Collaborations, MonthlyTables.ServiceEnds, MonthlyTables.Notes,
    ];

    /// <summary>The table of that name, or null.</summary>
    public static BundleTable? Find(string name) => All.FirstOrDefault(t => t.Name == name);

    /// <summary>Nothing recorded yet.</summary>
    internal static MonthBundle Blank => StationTables.Month.Blank;

    internal static IEnumerable<BundleRow> RowsOf(MonthBundle bundle) => All.SelectMany(t => t.RowsOf(bundle));

    /// <summary>The bundle of rows whose cells can be read and whose single tables have their row.</summary>
    internal static MonthBundle ToBundle(IEnumerable<BundleRow> rows) {
        var byTable = rows.ToLookup(r => r.Table);
        return All.Aggregate(Blank, (bundle, table) => table.With(bundle, byTable[table]));
    }
}
