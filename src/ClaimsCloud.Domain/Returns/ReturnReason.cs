using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>Where in an HR record the code of the reason was found; the record spec for 訪問看護 was not obtainable.</summary>
public enum ReasonLayout {
    /// <summary>Item 4, as the example of the manual for 訪問看護 prints it (p. 65).</summary>
    CodeFourth,
    /// <summary>Item 5 behind 診療識別, as in 医科.</summary>
    CodeFifth,
    /// <summary>Somewhere else.</summary>
    CodeElsewhere,
    /// <summary>No item looks like a code: the record is shown as it stands.</summary>
    NoCode,
}

/// <summary>返戻理由レコード (HR): why the claim came back.</summary>
/// <param name="Line">Line in the return file, from 1.</param>
/// <param name="ProcessingMonth">処理年月; null when it is no month.</param>
/// <param name="Category">返戻区分, 1–9; null when it is none of them.</param>
/// <param name="Code">返戻事由コード in half-width: L and 4 digits; null when no item looks like one. Any such code is taken, known or not.</param>
/// <param name="Text">返戻理由 as the payer worded it; empty when there is none. May hold patient data.</param>
/// <param name="Supplement">補足情報; empty when there is none. May hold patient data.</param>
/// <param name="Raw">The whole record as it stands, for display.</param>
public sealed record ReturnReason(int Line, ServiceMonth? ProcessingMonth, string? Category, string? Code, string Text, string Supplement, ReasonLayout Layout, string Raw) {
    internal static ReturnReason Read(in Record record) {
        var values = new string[record.FieldCount];
        for (var i = 0; i < values.Length; i++) values[i] = record.Text(i + 1)?.Trim(' ', '　') ?? "";
        var at = Array.FindIndex(values, IsCode);
        var month = ListText.Digits(values.ElementAtOrDefault(1) ?? "");
        var category = ListText.Digits(values.ElementAtOrDefault(2) ?? "");
        return new(record.Line, JapaneseMonth.Parse(month) is { } yyyymm ? ServiceMonth.Parse(ClaimText.Encode(yyyymm)) : null,
            category is [>= '1' and <= '9'] ? category : null, at < 0 ? null : "L" + ListText.Digits(values[at][1..]),
            at < 0 ? "" : values.ElementAtOrDefault(at + 1) ?? "", at < 0 ? "" : values.ElementAtOrDefault(at + 2) ?? "",
            at switch { < 0 => ReasonLayout.NoCode, 3 => ReasonLayout.CodeFourth, 4 => ReasonLayout.CodeFifth, _ => ReasonLayout.CodeElsewhere },
            ClaimText.Decode(record.Bytes));
    }

    private static bool IsCode(string value) => value is ['L' or 'Ｌ', _, _, _, _] && ListText.Digits(value)[1..].All(char.IsAsciiDigit);
}
