using System.Collections.Frozen;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Copay;

/// <summary>What the patient pays under a programme.</summary>
public enum PatientShareKind {
    /// <summary>Nothing; KO 一部負担金額 stays empty.</summary>
    None,
    /// <summary>A ratio of the cost, up to the monthly cap of the certificate (負担上限月額), which all providers share.</summary>
    RatioUpToCap,
    /// <summary>The amount of the certificate or notice (本人支払額, 自己負担限度額), 0 for most.</summary>
    CertificateAmount,
}

/// <summary>A national programme of public expense (公費負担医療), by its 法別番号.</summary>
/// <param name="Law">法別番号, the first two digits of 公費負担者番号.</param>
/// <param name="Priority">Order of the KO records of a claim, from 1. Programmes of local governments come after them, by their own rules.</param>
/// <param name="Name">Japanese, short.</param>
/// <param name="RatioPercent">The patient's part of the cost where there is a ratio; the insurer's own ratio applies when that is less.</param>
/// <param name="ShareCertainty">Of what the patient pays; the order is official.</param>
public sealed record PublicExpenseProgramme(string Law, int Priority, string Name, PatientShareKind Share, int? RatioPercent, Certainty ShareCertainty) {
    private static readonly FrozenDictionary<string, PublicExpenseProgramme> ByLaw = DataFile.Rows("copay/programmes.csv")
        .Select(r => new PublicExpenseProgramme(r["law"], r.Number("priority"), r["name"], Words.Read<PatientShareKind>(r["share"]), r.OptionalNumber("ratio"),
            Words.Read<Certainty>(r["certainty"]))).ToFrozenDictionary(p => p.Law);

    /// <summary>In the order of their priority.</summary>
    public static IReadOnlyList<PublicExpenseProgramme> All { get; } = [.. ByLaw.Values.OrderBy(p => p.Priority)];

    /// <summary>The programme of a 法別番号, or null: one of a local government, or none.</summary>
    public static PublicExpenseProgramme? Find(string law) => ByLaw.GetValueOrDefault(law);
}
