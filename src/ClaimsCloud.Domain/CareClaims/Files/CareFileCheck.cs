using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>Checks a file to 国保連合会 (711) or from it: frame, values, claims, totals. Wrong data never throws, and every finding is told.</summary>
public sealed class CareFileCheck {
    private readonly CareFindings _findings = new();
    private readonly FieldCheck _fields;
    private readonly ClaimLinesCheck _claims;
    private readonly BillCheck _bills;
    private readonly HashSet<(string, string, string, string)> _seen = [];
    private readonly Dictionary<(string, string), string> _insurers = [];
    private readonly HashSet<string> _months = [];
    private CareRecord? _control;
    private CareRecord? _last;
    private CareClaimLines? _claim;
    private int _lines;
    private int _data;

    private CareFileCheck(CareFileSpec spec, IReadOnlyList<CareServiceCode> imported) => (_fields, _claims, _bills) = (new(spec, _findings), new(imported, _findings), new(_findings));

    /// <param name="file">Read to its end, not closed.</param>
    /// <param name="imported">Service codes beside the built-in ones.</param>
    /// <returns>In the order of the file; what is about the whole file comes last.</returns>
    public static IReadOnlyList<Finding> Run(Stream file, IReadOnlyList<CareServiceCode> imported) {
        var check = new CareFileCheck(CareFileSpec.Release202404, imported);
        foreach (var record in CareFileReader.Read(file, CareFileSpec.Release202404)) check.Take(record);
        check.Finish();
        return check._findings.All;
    }

    private void Take(CareRecord record) {
        if (record.IsEndMark) return;
        _lines++;
        if (_lines == 1) First(record);
        if (record.Ending != LineEnding.CrLf || record.HasBrokenQuotes) _findings.Add(CareRules.LineForm, record, record.HasBrokenQuotes ? "引用符が閉じていません。" : "行の終わりがCRLFではありません。");
        if (record.RecordNumber != _lines) _findings.Add(CareRules.Numbering, record, $"レコード番号は{_lines}です。");
        if (_lines > 1 && (_last!.Kind == CareLineKind.End || record.Kind is CareLineKind.Control or CareLineKind.Unknown)) _findings.Add(CareRules.Frame, record, "ここに来るはずのない行です。");
        if (record.Kind == CareLineKind.Data) Data(record);
        else if (record.Layout is not null) Fields(record);
        _last = record;
    }

    private void First(CareRecord record) {
        if (record.Kind != CareLineKind.Control) _findings.Add(CareRules.Frame, record, "先頭がコントロールレコードではありません。");
        else _control = record;
        _findings.FromPayer = record.Text("DataKind") is { Length: 3 } kind && !kind.StartsWith("71", StringComparison.Ordinal);
    }

    private void Data(CareRecord record) {
        if (_data++ == 0 && _control is not null && !record.ExchangeId.StartsWith(_control.Field("DataKind"))) _findings.Add(CareRules.DataKind, _control, "DataKind", "が最初のデータレコードと違います。");
        if (record.Layout is not { } layout) {
            _findings.Add(CareRules.UnknownRecord, record, $"交換情報識別番号「{ClaimText.Decode(record.ExchangeId)}」のこのレコードは、この版の仕様にありません。");
            return;
        }
        if (layout.Id == "7131-01") {
            Close();
            _findings.Claim = (_findings.Claim ?? 0) + 1;
            _claim = new(record);
        } else if (layout.InClaim) InClaim(record, layout);
        Fields(record);
        if (_control is not null && record.Text("OfficeNumber") is { } office && office != _control.Text("OfficeNumber")) _findings.Add(CareRules.Office, record, "OfficeNumber", "がコントロールレコードと違います。");
        if (layout.Id == "7111") {
            if (_claim is not null) _findings.Add(CareRules.NoBill, record, "請求書情報が明細書より後にあります。");
            _bills.Add(record);
        }
        if (layout.Id is "7111" or "7131-01") _months.Add(record.Text("ServiceMonth") ?? "");
    }

    private void InClaim(CareRecord record, RecordLayout layout) {
        if (_claim is null || !_claim.Add(record)) _findings.Add(CareRules.Order, record, "基本情報（01）の前にあります。");
        else if (!_claim.Holds(record)) _findings.Add(CareRules.OtherClaim, record, "基本情報と年月・保険者・被保険者などが違います。");
        if (layout.Id == "7131-14") _findings.Add(CareRules.FacilityResident, record, "住所地特例の明細情報です。");
    }

    private void Fields(CareRecord record) {
        if (record.FieldCount != record.Layout!.Fields.Count) _findings.Add(CareRules.FieldCount, record, $"項目は{record.Layout.Fields.Count}個です（今は{record.FieldCount}個）。");
        else _fields.Inspect(record);
    }

    private void Close() {
        if (_claim is not { } claim) return;
        _claims.Inspect(claim);
        _bills.Add(claim);
        var month = claim.Basic.Text("ServiceMonth") ?? "";
        if (!_seen.Add((month, claim.IsPrevention ? "7132" : "7131", claim.Insurer, claim.Insured))) _findings.Add(CareRules.Twice, claim.Basic, "同じ年月・様式・保険者・被保険者の明細書が前にもあります。");
        if (!_insurers.TryAdd((month, claim.Insured), claim.Insurer) && _insurers[(month, claim.Insured)] != claim.Insurer)
            _findings.Add(CareRules.TwoInsurers, claim.Basic, "InsurerNumber", "の違う明細書が前にもあります。");
    }

    private void Finish() {
        Close();
        _findings.Claim = null;
        if (_last is null) _findings.Add(CareRules.Frame, "ファイルが空です。");
        else if (_last.Kind != CareLineKind.End) _findings.Add(CareRules.Frame, _last, "エンドレコードがありません。ファイルが途中で切れています。");
        if (_control is not null && _control.Number("DataCount") != _data) _findings.Add(CareRules.Count, _control, "DataCount", $"は{_data:N0}です。");
        if (_months.Count > 1) _findings.Add(CareRules.SeveralMonths, $"サービス提供年月が{_months.Count}つあります。");
        _bills.Finish();
    }
}
