using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Returns.Statements;

namespace ClaimsCloud.Domain.Returns;

/// <param name="Claim">レセプト番号.</param>
/// <param name="Claimed">確定区分 1: claimed. False for 2: left out.</param>
public sealed record ConfirmationEntry(int Line, int Claim, bool Claimed) {
    /// <summary>合計点数, in 訪問看護 yen; null when it is no number.</summary>
    public long? TotalYen { get; init; }
}

/// <summary>
/// 請求確定状況: which claims a person confirmed. Reading never throws; when <see cref="Damaged"/> is true nothing in it may be relied on. Layout: rows
/// of type 1 (header) and 2 (one a claim), documented for 医科 by a third-party importer, assumed for 訪問看護.
/// </summary>
/// <param name="ClaimMonth">請求年月, YYYYMM; null when unreadable.</param>
/// <param name="Payer">1 or 2; null when unreadable.</param>
/// <param name="StationCode">7 digits; null when unreadable.</param>
public sealed record ConfirmationList(string? ClaimMonth, string? Payer, string? StationCode, IReadOnlyList<ConfirmationEntry> Entries, IReadOnlyList<Finding> Findings) {
    private const int Decision = 29;

    public bool Damaged => Findings.Any(f => f.IsError);

    /// <param name="name">What the file's name says; where both speak, they must agree.</param>
    public static ConfirmationList Read(ReturnFileName name, ReadOnlySpan<byte> bytes) {
        var text = ListText.Read(bytes);
        var findings = text.Findings;
        if (text.Lines.Count == 0 || ListText.Digits(ListText.At(text.Lines[0], 1)) != "1") {
            if (findings.Count == 0) findings.Add(ListFindings.HeaderMissing());
            return new(null, null, null, [], findings);
        }
        var header = text.Lines[0];
        var month = JapaneseMonth.Parse(ListText.At(header, 2));
        if (month is null) findings.Add(ListFindings.Header(1, "請求年月"));
        var payer = ListText.Digits(ListText.At(header, 4));
        if (payer is not ("1" or "2")) findings.Add(ListFindings.Header(1, "審査支払機関"));
        else if (payer != name.Payer) findings.Add(ListFindings.NameDiffers("審査支払機関"));
        var station = ListText.Digits(ListText.At(header, 7));
        if (station.Length != 7 || !station.All(char.IsAsciiDigit)) findings.Add(ListFindings.Header(1, "機関コード"));
        else if (station != name.StationCode) findings.Add(ListFindings.NameDiffers("機関コード"));

        var entries = new List<ConfirmationEntry>();
        for (var i = 1; i < text.Lines.Count; i++)
            if (Entry(text.Lines[i], i + 1, findings) is { } entry) entries.Add(entry);
        return new(month, payer, station, entries, findings);
    }

    private static ConfirmationEntry? Entry(string[] line, int number, List<Finding> findings) {
        if (ListText.Digits(ListText.At(line, 1)) != "2") {
            findings.Add(ListFindings.UnknownRow(number));
            return null;
        }
        if (line.Length < Decision) {
            findings.Add(ListFindings.TooShort(number, Decision));
            return null;
        }
        var decision = ListText.Digits(ListText.At(line, Decision));
        if (ListText.Number(ListText.At(line, 2)) is not ({ } claim and > 0)) findings.Add(ListFindings.Value(number, "レセプト番号"));
        else if (decision is not ("1" or "2")) findings.Add(ListFindings.Value(number, "確定区分"));
        else return new(number, claim, decision == "1") { TotalYen = YenText.Parse(ListText.At(line, 12))?.Yen };
        return null;
    }
}
