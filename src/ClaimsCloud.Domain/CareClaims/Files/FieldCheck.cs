using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>Single values against the layout: characters, length, presence, dates, codes, check digits.</summary>
internal sealed class FieldCheck(CareFileSpec spec, CareFindings findings) {
    public void Inspect(CareRecord record) {
        foreach (var field in record.Layout!.Fields) Inspect(record, field, record.Field(field.Position));
    }

    private void Inspect(CareRecord record, FieldLayout field, ReadOnlySpan<byte> value) {
        if (IsOmitted(field, value)) {
            if (field.Presence == FieldPresence.Always && !IsRateOfWelfareOnly(record, field)) findings.Add(CareRules.Missing, record, field, "に値がありません。");
            return;
        }
        if (field.Presence == FieldPresence.Never && value.ContainsAnyExcept((byte)'0')) findings.Add(CareRules.NotForThisForm, record, field, "は空にします。");
        if (value.Length > field.MaxBytes) findings.Add(CareRules.TooLong, record, field, $"は{field.MaxBytes}バイトまでです（今は{value.Length}バイト）。");
        if (!CharactersFit(record, field, value)) return;
        Meaning(record, field, value);
    }

    /// <summary>Whether a claim that welfare alone pays states a rate is not settled: both are taken.</summary>
    private static bool IsRateOfWelfareOnly(CareRecord record, FieldLayout field) => field.English == "InsurancePercent" && record.Field("InsuredNumber") is [(byte)'H', ..];

    /// <summary>Zeros in a date, a month or the number of an office mean that it is omitted (共通編 p. 26).</summary>
    private static bool IsOmitted(FieldLayout field, ReadOnlySpan<byte> value) =>
        !value.ContainsAnyExcept((byte)' ')
        || ((field.Content is FieldContent.Date or FieldContent.Month || field.English is "OfficeNumber" or "PlanOffice") && !value.ContainsAnyExcept((byte)'0'));

    private bool CharactersFit(CareRecord record, FieldLayout field, ReadOnlySpan<byte> value) {
        if (value.Contains((byte)'\'')) return Wrong(CareRules.Apostrophe, "に使えない文字（'）があります。");
        if (!WindowsShiftJis.TryDecode(value, out var text, out _)) return Wrong(CareRules.Characters, "の文字コードを読めません。");
        if (text.Any(char.IsControl)) return Wrong(CareRules.Characters, "に制御文字があります。");
        var half = text.Count(c => c <= '\u007E' || c is >= '\uFF61' and <= '\uFF9F');
        if (field.Mode == FieldMode.Kanji) return half == 0 || Wrong(CareRules.Width, "に半角の文字があります。");
        if (half < text.Length) return Wrong(CareRules.Width, "に全角の文字があります。");
        if (field.Mode == FieldMode.Numeric)
            return !(text[0] == '-' && IsSigned(field) ? text.AsSpan(1) : text).ContainsAnyExceptInRange('0', '9') || Wrong(CareRules.Characters, "は数字だけです。");
        return !text.Any(char.IsAsciiLetterLower) || Wrong(CareRules.LowerCase, "に英小文字があります。");

        bool Wrong(CareRule rule, string message) {
            findings.Add(rule, record, field, message);
            return false;
        }
    }

    private void Meaning(CareRecord record, FieldLayout field, ReadOnlySpan<byte> value) {
        switch (field.Content) {
            case FieldContent.Date when !Digits.TryDate(value, out _):
            case FieldContent.Month when ServiceMonth.Parse(value) is null:
                findings.Add(CareRules.NoSuchDate, record, field, "がありえない値です。");
                break;
            case FieldContent.Code when spec.Table(field.CodeTable!).Find(value) is null && !IsPadded(field, value):
                findings.Add(CareRules.UnknownCode, record, field, $"のコード「{ClaimText.Decode(value)}」はコード一覧にありません。");
                break;
            case FieldContent.Digits when !CheckDigitHolds(field, ClaimText.Decode(value)):
                findings.Add(CareRules.CheckDigitOf, record, field, "の検証番号が合いません。");
                break;
        }
    }

    /// <summary>Leading zeros of a number are free (共通編 p. 24): 00 is the 0 of 請求情報区分.</summary>
    private bool IsPadded(FieldLayout field, ReadOnlySpan<byte> value) =>
        field.Mode == FieldMode.Numeric && spec.Table(field.CodeTable!).Find(value.TrimStart((byte)'0') is { Length: > 0 } bare ? bare : "0"u8) is not null;

    private static bool CheckDigitHolds(FieldLayout field, string value) => field.English switch {
        "OfficeNumber" or "PlanOffice" => CareOfficeNumber.Holds(value),
        "InsurerNumber" => value.Trim('0').Length == 0 || CareOfficeNumber.InsurerHolds(value) || CheckDigit.Holds(value),
        "Payer1" or "Payer2" or "Payer3" => CheckDigit.Holds(value),
        "Recipient1" or "Recipient2" or "Recipient3" => CheckDigit.Holds(value),
        _ => true,
    };

    private static bool IsSigned(FieldLayout field) => field.Content is FieldContent.Number or FieldContent.Yen or FieldContent.Days;
}
