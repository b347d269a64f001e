using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>
/// Who returned what to whom: the first record of a return file. For 訪問看護 it is HH (返戻訪問看護ステーションレコード, manual p. 65), of which only the first five items
/// are printed; 医科 has HI with the month before the prefecture, and some payers send IR. So values are known by their shape, not by their place.
/// </summary>
/// <param name="RecordId"><c>HH</c>, <c>HI</c>, <c>IR</c> or <c>HM</c>: the reading that was used.</param>
/// <param name="Payer">審査支払機関: 1 支払基金, 2 国保連; null when it is neither.</param>
/// <param name="Prefecture">都道府県, 2 digits; null when there is none.</param>
/// <param name="FeeTable">点数表, 1 digit, 6 for 訪問看護; null when there is none.</param>
/// <param name="StationCode">7 digits; null when there is none.</param>
/// <param name="Month">請求年月 or 処理年月, whichever the payer wrote; null when there is none.</param>
public sealed record ReturnHeader(string RecordId, int Line, string? Payer, string? Prefecture, string? FeeTable, string? StationCode, ServiceMonth? Month) {
    internal static bool IsHeader(ReadOnlySpan<byte> id) => id.SequenceEqual("HH"u8) || id.SequenceEqual("HI"u8) || id.SequenceEqual("IR"u8) || id.SequenceEqual("HM"u8);

    internal static ReturnHeader Read(in Record record) {
        var values = new string[record.FieldCount];
        for (var i = 0; i < values.Length; i++) values[i] = ListText.Digits(record.Text(i + 1)?.Trim(' ', '　') ?? "");
        var prefecture = Array.FindIndex(values, Math.Min(2, values.Length), v => Has(v, 2));
        var table = prefecture < 0 || prefecture + 1 >= values.Length || !Has(values[prefecture + 1], 1) ? null : values[prefecture + 1];
        var station = values.Skip(2).FirstOrDefault(v => Has(v, 7));
        var month = values.Skip(2).Where(v => v.Length is 5 or 6).Select(JapaneseMonth.Parse).FirstOrDefault(m => m is not null);
        return new(record.Id, record.Line, values.ElementAtOrDefault(1) is "1" or "2" ? values[1] : null, prefecture < 0 ? null : values[prefecture],
            table, station, month is null ? null : ServiceMonth.Parse(ClaimText.Encode(month)));
    }

    private static bool Has(string value, int digits) => value.Length == digits && value.All(char.IsAsciiDigit);
}
