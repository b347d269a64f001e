using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.CareClaims.Files;

namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>A claim as a file to 国保連合会 states it: what has to come back, and from whom. Amounts are whole yen.</summary>
/// <param name="Form">7131 or 7132.</param>
/// <param name="ServiceMonth">YYYYMM.</param>
/// <param name="Insurer">Without leading zeros.</param>
/// <param name="ServiceType">13 or 63; that of the first 集計情報.</param>
/// <param name="Units">給付単位数.</param>
/// <param name="Price100">Price of a unit times 100.</param>
/// <param name="Percent">保険給付率; null where the claim leaves it out.</param>
/// <param name="Place">Where its lines stand in the file.</param>
public sealed record SentCareClaim(string Form, string ServiceMonth, string Insurer, string Insured, string ServiceType, long Units, int Price100, int? Percent, long CostYen, long InsuranceYen,
    IReadOnlyList<SentPublicShare> Publics, SentPlace Place) {
    /// <summary>What 国保連合会 is asked for: insurance and public expense together.</summary>
    public long BenefitYen => InsuranceYen + Publics.Sum(p => p.Yen);

    /// <summary>Same person, insurer, month and service: such a claim stands in the place of the one before.</summary>
    public bool IsSameAs(SentCareClaim other) {
        ArgumentNullException.ThrowIfNull(other);
        return Key == other.Key;
    }

    /// <summary>True for the claim that would be sent once more.</summary>
    public bool IsOf(CareClaim claim) {
        ArgumentNullException.ThrowIfNull(claim);
        return Key == (claim.Month.ToString(), claim.Insurance.InsurerNumber.TrimStart('0'), claim.Insurance.InsuredNumber, claim.ServiceType);
    }

    internal (string, string, string, string) Key => (ServiceMonth, Insurer, Insured, ServiceType);
}

/// <param name="Payer">公費負担者番号.</param>
/// <param name="OwnYen">公費分本人負担.</param>
public sealed record SentPublicShare(string Payer, int Percent, long Units, long Yen, long OwnYen);

/// <param name="FirstLine">From 1.</param>
/// <param name="Offset">Bytes from 0.</param>
public sealed record SentPlace(int FirstLine, long Offset, int Length);

/// <summary>The claims of a file to 国保連合会.</summary>
/// <param name="OfficeNumber">Empty where the control record has none.</param>
/// <param name="ProcessingMonth">処理対象年月, YYYYMM; empty where there is none.</param>
public sealed record CareSentFile(string OfficeNumber, string ProcessingMonth, IReadOnlyList<SentCareClaim> Claims) {
    /// <param name="file">Read to its end, not closed. Wrong data never throws: what cannot be read is empty or 0.</param>
    public static CareSentFile Read(Stream file) {
        var (office, month, claims) = ("", "", new List<SentCareClaim>());
        CareClaimLines? open = null;
        var end = 0L;
        foreach (var record in CareFileReader.Read(file, CareFileSpec.Release202404)) {
            if (record is { Kind: CareLineKind.Control, Layout: not null }) (office, month) = (record.Text("OfficeNumber") ?? "", record.Text("ProcessingMonth") ?? "");
            if (record.Layout?.Id == "7131-01") {
                Close(record.Offset);
                open = new(record);
            } else if (record.Kind == CareLineKind.End) Close(record.Offset);
            else if (record.Kind == CareLineKind.Data && record.Layout is not null) open?.Add(record);
            end = record.Offset + record.Bytes.Length;
        }
        Close(end);
        return new(office, month, claims);

        void Close(long at) {
            if (open is not null) claims.Add(Of(open, at));
            open = null;
        }
    }

    private static SentCareClaim Of(CareClaimLines lines, long end) {
        var basic = lines.Basic;
        var summary = lines.Summaries is [var first, ..] ? first : null;
        var (insurance, publics) = (lines.Sum("InsuranceYen"), Publics(basic, lines));
        return new(lines.IsPrevention ? "7132" : "7131", basic.Text("ServiceMonth") ?? "", lines.Insurer, lines.Insured, summary?.Text("ServiceType") ?? (lines.IsPrevention ? "63" : "13"),
            lines.Sum("InsuranceUnits"), (int)(summary?.Number("UnitPrice") ?? 0), (int?)basic.Number("InsurancePercent"),
            insurance + lines.Sum("UserYen") + publics.Sum(p => p.Yen + p.OwnYen), insurance, publics, new(basic.Line, basic.Offset, checked((int)(end - basic.Offset))));
    }

    private static List<SentPublicShare> Publics(CareRecord basic, CareClaimLines lines) {
        var publics = new List<SentPublicShare>();
        for (var k = 1; k <= 3; k++)
            if (basic.Text($"Payer{k}") is { } payer)
                publics.Add(new(payer, (int)(basic.Number($"Public{k}Percent") ?? 0), lines.Sum($"Public{k}Units"), lines.Sum($"Public{k}Yen"), lines.Sum($"Public{k}OwnYen")));
        return publics;
    }
}
