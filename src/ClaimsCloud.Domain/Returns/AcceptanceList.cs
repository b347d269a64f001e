using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Returns;

/// <summary>What the payer says of one claim, from best to worst.</summary>
public enum PayerVerdict {
    Accepted,
    /// <summary>要確認: taken, may be claimed as it is, may come back.</summary>
    Attention,
    /// <summary>受付不能: not taken.</summary>
    Refused,
}

/// <param name="Claim">レセプト番号; null when the error is the whole file's.</param>
/// <param name="ErrorCode">4 digits.</param>
/// <param name="Message">As the list words it.</param>
public sealed record AcceptanceEntry(int Line, int? Claim, string ErrorCode, PayerVerdict Verdict, string Message) {
    /// <summary>返戻再請求: true when the list marks the claim as a re-claim.</summary>
    public bool IsResubmission { get; init; }
}

/// <summary>
/// 受付・事務点検ASP結果リスト: every claim the payer has something to say about; a claim that is not in it was accepted. Reading never throws; when
/// <see cref="Damaged"/> is true nothing in it may be relied on. Layout: line 1 title, 2 header, 3 column names, then details of 22 columns (documented
/// for 医科 by a third-party importer, assumed for 訪問看護).
/// </summary>
/// <param name="ServiceMonth">診療年月 of the header, YYYYMM; null when unreadable.</param>
/// <param name="StationCode">7 digits; null when unreadable.</param>
/// <param name="SendCount">送信回数; null when unreadable.</param>
public sealed record AcceptanceList(string? ServiceMonth, string? StationCode, int? SendCount, IReadOnlyList<AcceptanceEntry> Entries, IReadOnlyList<Finding> Findings) {
    private const int Columns = 22;
    private const int FirstDetail = 3;

    public bool Damaged => Findings.Any(f => f.IsError);

    /// <summary>請求年月 of the claim file it answers: the month after the service month of its header. YYYYMM, null when unreadable.</summary>
    public string? ClaimMonth => ServiceMonth is null ? null : JapaneseMonth.Next(ServiceMonth);

    /// <param name="name">What the file's name says; where both speak, they must agree.</param>
    public static AcceptanceList Read(ReturnFileName name, ReadOnlySpan<byte> bytes) {
        var text = ListText.Read(bytes);
        var findings = text.Findings;
        if (text.Lines.Count < FirstDetail) {
            if (findings.Count == 0) findings.Add(ListFindings.HeaderMissing());
            return new(null, null, null, [], findings);
        }
        var header = text.Lines[1];
        var month = JapaneseMonth.Parse(ListText.At(header, 1));
        if (month is null) findings.Add(ListFindings.Header(2, "診療年月"));
        var station = ListText.Digits(ListText.At(header, 6));
        if (station.Length != 7 || !station.All(char.IsAsciiDigit)) findings.Add(ListFindings.Header(2, "機関コード"));
        else if (station != name.StationCode) findings.Add(ListFindings.NameDiffers("機関コード"));

        var entries = new List<AcceptanceEntry>();
        for (var i = FirstDetail; i < text.Lines.Count; i++)
            if (Entry(text.Lines[i], i + 1, findings) is { } entry) entries.Add(entry);
        return new(month, station, ListText.Number(ListText.At(header, 9)), entries, findings);
    }

    private static AcceptanceEntry? Entry(string[] line, int number, List<Finding> findings) {
        if (line.Length < Columns) {
            findings.Add(ListFindings.TooShort(number, Columns));
            return null;
        }
        var code = ListText.Digits(ListText.At(line, 10));
        if (code.Length != 4 || !code.All(char.IsAsciiDigit)) {
            findings.Add(ListFindings.Value(number, "エラーコード"));
            return null;
        }
        var claim = ListText.Number(ListText.At(line, 2));
        // Only an error of the whole file may name no claim.
        if (claim is null or 0 && code[0] != '1') {
            findings.Add(ListFindings.Value(number, "レセプト番号"));
            return null;
        }
        var verdict = VerdictOf(code);
        if (verdict is null) findings.Add(ListFindings.UnknownClass(number));
        string[] words = [ListText.At(line, 11), ListText.At(line, 12), ListText.At(line, 14)];
        return new(number, code[0] == '1' ? null : claim, code, verdict ?? PayerVerdict.Attention, string.Join('　', words.Where(w => w.Length > 0))) {
            IsResubmission = ListText.Digits(ListText.At(line, 18)) == "1",
        };
    }

    /// <summary>Bands as the helpdesk of オンライン請求 explains them: 1000 the file, 2000 the claim, 3000, 4000 and 7000 要確認; the 4800s are not explained.</summary>
    private static PayerVerdict? VerdictOf(string code) => code[0] switch {
        '1' or '2' => PayerVerdict.Refused,
        '4' when code[1] == '8' => null,
        '3' or '4' or '7' => PayerVerdict.Attention,
        _ => null,
    };
}
