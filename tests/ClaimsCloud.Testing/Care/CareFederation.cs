using ClaimsCloud.Domain.CareClaims.Answers;
using ClaimsCloud.Domain.CareClaims.Files;

namespace ClaimsCloud.Testing.Care;

/// <summary>A file of 国保連合会 as the sending software saves it.</summary>
public sealed record CareAnswer(string Name, byte[] Bytes);

/// <summary>What 国保連合会 thinks of the claims of one review month. Whoever is not named is paid.</summary>
/// <param name="Returned">被保険者番号 and error code.</param>
/// <param name="Held">被保険者番号 of those without 給付管理票.</param>
/// <param name="Revived">Held before, and paid now.</param>
public sealed record CareVerdict(IReadOnlyDictionary<string, string> Returned, IReadOnlyList<string> Held, IReadOnlyList<string> Revived) {
    public static readonly CareVerdict AllPaid = new(new Dictionary<string, string>(), [], []);
}

/// <summary>The simulated 国保連合会 for 介護: takes claim files as the sending software would send them, and answers with files of the official layouts.</summary>
public sealed class CareFederation {
    private static readonly CareFileSpec Spec = CareFileSpec.Release202404;
    private readonly List<SentCareClaim> _open = [];
    private readonly List<SentCareClaim> _held = [];
    private string _office = "";
    private int _files;

    /// <summary>Every file that was sent, as it came.</summary>
    public List<byte[]> Received { get; } = [];

    /// <summary>The sending software takes what lies in its import folder, signs and sends it; each file once, whatever stays there.</summary>
    public int SendAll(string importFolder) {
        var sent = 0;
        foreach (var path in Directory.GetFiles(importFolder, "*.CSV").Order(StringComparer.Ordinal)) {
            var bytes = File.ReadAllBytes(path);
            if (Received.Any(r => r.AsSpan().SequenceEqual(bytes))) continue;
            Receive(bytes);
            sent++;
        }
        return sent;
    }

    public void Receive(byte[] file) {
        Received.Add(file);
        var sent = CareSentFile.Read(new MemoryStream(file));
        Accept(sent.OfficeNumber, sent.Claims);
    }

    /// <summary>Claims that came some other way.</summary>
    public void Accept(string office, IEnumerable<SentCareClaim> claims) {
        _office = office;
        _open.AddRange(claims);
    }

    /// <summary>The lists of a review month: 7411 and 7211 at its beginning, 7521 and 7515 at its end.</summary>
    public IReadOnlyList<CareAnswer> Decide(string reviewMonth, CareVerdict verdict) {
        var revived = _held.Where(c => verdict.Revived.Contains(c.Insured)).ToList();
        _held.RemoveAll(revived.Contains);
        var returned = _open.Where(c => verdict.Returned.ContainsKey(c.Insured)).ToList();
        var held = _open.Where(c => verdict.Held.Contains(c.Insured)).ToList();
        var paid = _open.Except(returned).Except(held).Concat(revived).ToList();
        _held.AddRange(held);
        _open.Clear();
        var benefit = paid.Sum(c => c.BenefitYen);
        return [
            .. returned.Count + held.Count == 0 ? (CareAnswer[])[] : [Answer("741", reviewMonth, ReturnList(reviewMonth, returned, held, verdict))],
            Answer("721", reviewMonth, Counts(reviewMonth, returned, held, revived)),
            Answer("752", reviewMonth, Payments(reviewMonth, paid, benefit)),
            Answer("751", reviewMonth, [Draft("7515-H1").Set("ReviewMonth", reviewMonth).Set("OfficeNumber", _office).Set("TransferYen", benefit).Set("BenefitYen", benefit).Set("TotalYen", benefit).Set("TransferredOn", $"{reviewMonth}28")]),
        ];
    }

    private List<CareRecordDraft> ReturnList(string month, List<SentCareClaim> returned, List<SentCareClaim> held, CareVerdict verdict) => [
        Head("7411", month),
        .. returned.Select(c => Line(c, "市町村の認定と違います", FullWidth(verdict.Returned[c.Insured])).Set("Reason", verdict.Returned[c.Insured][0] == '1' ? "B" : "A")),
        .. held.Select(c => Line(c, "給付管理票がありません", "保留").Set("Reason", "C")),
    ];

    private static CareRecordDraft Line(SentCareClaim claim, string message, string remarks) => Draft("7411-D1").Set("InsurerNumber", claim.Insurer.PadLeft(8, '0')).Set("InsuredNumber", claim.Insured).Set("DocumentKind", "請")
        .Set("ServiceMonth", claim.ServiceMonth).Set("ServiceType", claim.ServiceType).Set("Units", claim.Units).Set("Message", message).Set("Remarks", remarks);

    private List<CareRecordDraft> Counts(string month, List<SentCareClaim> returned, List<SentCareClaim> held, List<SentCareClaim> revived) => [
        Head("7211", month),
        .. returned.Concat(held).Concat(revived).GroupBy(c => (c.Insurer, c.ServiceMonth)).Select(g => Draft("7211-D1").Set("InsurerNumber", g.Key.Insurer.PadLeft(8, '0')).Set("ServiceMonth", g.Key.ServiceMonth)
            .Set("ReturnedClaims", g.Count(returned.Contains)).Set("ReturnedUnits", g.Where(returned.Contains).Sum(c => c.Units)).Set("AdjustedClaims", 0).Set("AdjustedUnits", 0)
            .Set("HeldClaims", g.Count(held.Contains)).Set("HeldUnits", g.Where(held.Contains).Sum(c => c.Units)).Set("RevivedClaims", g.Count(revived.Contains)).Set("RevivedUnits", g.Where(revived.Contains).Sum(c => c.Units))),
    ];

    private List<CareRecordDraft> Payments(string month, List<SentCareClaim> paid, long benefit) {
        var parts = paid.SelectMany(c => c.Publics.Where(p => p.Yen > 0).Select(p => (Payer: p.Payer, Claim: c, p.Yen)).Prepend((Payer: c.Insurer, Claim: c, Yen: c.InsuranceYen))).Where(p => p.Yen > 0);
        return [
            Head("7521", month),
            .. parts.GroupBy(p => (p.Payer, p.Claim.ServiceMonth, p.Claim.ServiceType)).Select(g => Draft("7521-D1").Set("InsurerNumber", g.Key.Payer.PadLeft(8, '0')).Set("ServiceMonth", g.Key.ServiceMonth)
                .Set("ServiceType", g.Key.ServiceType).Set("Claims", g.Count()).Set("Units", g.Sum(p => p.Claim.Units)).Set("CostYen", g.Sum(p => p.Claim.CostYen)).Set("BenefitYen", g.Sum(p => p.Yen))),
            Draft("7521-T1").Set("Claims", paid.Count).Set("BenefitYen", benefit), Draft("7521-T2").Set("Claims", 0).Set("BenefitYen", 0), Draft("7521-T3").Set("Claims", paid.Count).Set("BenefitYen", benefit),
        ];
    }

    private CareRecordDraft Head(string exchange, string month) => Draft($"{exchange}-H1").Set("OfficeNumber", _office).Set("ReviewMonth", month).Set("Page", 1);

    private static CareRecordDraft Draft(string record) => new CareRecordDraft(Spec.Record(record)!).Set("ExchangeId", record[..4]).Set("RecordKind", record[5..]);

    private CareAnswer Answer(string kind, string month, List<CareRecordDraft> records) {
        using var file = new MemoryStream();
        CareFileWriter.Write(new CareRecordDraft(Spec.Control).Set("Volume", 0).Set("DataKind", kind).Set("WelfareOffice", 0).Set("InsurerNumber", 0).Set("OfficeNumber", _office).Set("Prefecture", 0)
            .Set("Medium", 7).Set("ProcessingMonth", month).Set("ControlNumber", 0), records, file);
        return new($"{kind}{_files++:00000}.CSV", file.ToArray());
    }

    private static string FullWidth(string code) => string.Concat(code.Select(c => (char)(c + ('Ａ' - 'A'))));
}
