using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>Goes through a return file line by line: header, then for each claim its records, its reasons, its history, then the footer. One object a file.</summary>
internal sealed class ReturnedClaimReader {
    /// <summary>Lost: after a line that fits nowhere, until the next claim or the footer.</summary>
    private enum Part { Start, Header, Claim, Reasons, History, Footer, Lost }

    private readonly List<Finding> _findings = [];
    private readonly List<ReturnedClaim> _claims = [];
    private Part _part = Part.Start;
    private ReturnHeader? _header;
    private Record? _footer;
    private OpenClaim? _open;
    private LineEnding _ending = LineEnding.CrLf;
    private bool _endMark;

    /// <summary>A claim whose last line has not been seen yet.</summary>
    private sealed record OpenClaim(RecordBlock Block, int First, List<ReturnReason> Reasons, List<Record> History) {
        public int Records { get; set; } = 1;
    }

    public ReturnedClaimFile Read(byte[] bytes) {
        if (bytes.Length == 0) _findings.Add(ReturnedFindings.Empty);
        var reader = new RecordReader(new MemoryStream(WithoutEndMark(bytes)));
        var lastEnding = LineEnding.CrLf;
        while (reader.Read() is { } block)
            for (var i = 0; i < block.Count; i++) {
                if (block[i].Line == 1) _ending = block[i].Ending;
                lastEnding = block[i].Ending;
                Take(block, i);
            }
        Close();
        // A file that ends inside a line was cut off, unless its end mark shows that it was only the line's end that is missing.
        if (lastEnding == LineEnding.None && !_endMark) _findings.Add(ReturnedFindings.CutOff);
        if (bytes.Length > 0) Conclude();
        return new(_header, _claims, _footer?.Number(2), new(_footer?.Id, _ending, _endMark, [.. _claims.SelectMany(c => c.Reasons).Select(r => r.Layout).Distinct().Order()]), _findings);
    }

    private byte[] WithoutEndMark(byte[] bytes) {
        _endMark = bytes is [.., 0x1A];
        return _endMark ? bytes[..^1] : bytes;
    }

    private void Take(RecordBlock block, int index) {
        var record = block[index];
        var id = record.IdBytes;
        if (record.ContinuesLine || record.Ending == LineEnding.Continues) Lose(ReturnedFindings.TooLong(record));
        else if (_part == Part.Footer) Lose(ReturnedFindings.AfterFooter(record));
        else if (ReturnHeader.IsHeader(id)) TakeHeader(record);
        else if (id.SequenceEqual("RE"u8)) Begin(block, index);
        else if (id.SequenceEqual("HG"u8) || id.SequenceEqual("GO"u8)) TakeFooter(record);
        else if (_part == Part.Lost) return;
        else if (_open is null) Lose(ReturnedFindings.NoClaim(record));
        else TakeInClaim(_open, record, block);
    }

    private void TakeInClaim(OpenClaim open, in Record record, RecordBlock block) {
        if (record.IdBytes.SequenceEqual("HR"u8)) {
            if (_part == Part.History) Lose(ReturnedFindings.OutOfOrder(record, "履歴管理ブロックの後に返戻理由（HR）があります。"));
            else _part = Part.Reasons;
            open.Reasons.Add(ReturnReason.Read(record));
        } else if (HistoryBlock.IsLine(record)) {
            open.History.Add(record);
            _part = Part.History;
        } else if (block != open.Block) {
            // What only begins like RE, or a stray end mark, has made the reader cut here.
            Lose(ReturnedFindings.NoClaim(record));
        } else if (_part != Part.Claim) {
            Lose(ReturnedFindings.OutOfOrder(record, "返戻理由（HR）または履歴管理ブロックの後に、請求データのレコードがあります。"));
        } else {
            if (ClaimSpec.Release202406.Record(record) is null) _findings.Add(ReturnedFindings.UnknownRecord(record));
            open.Records++;
        }
    }

    private void TakeHeader(in Record record) {
        if (_part != Part.Start) Lose(ReturnedFindings.OutOfOrder(record, "ヘッダーのレコードがもう一つあります。"));
        else (_header, _part) = (ReturnHeader.Read(record), Part.Header);
    }

    private void Begin(RecordBlock block, int index) {
        Close();
        _open = new(block, index, [], []);
        _part = Part.Claim;
    }

    private void TakeFooter(in Record record) {
        Close();
        (_footer, _part) = (record, Part.Footer);
    }

    private void Close() {
        if (_open is not { } open) return;
        var data = new Claim(open.Block.Part(open.First, open.Records), _claims.Count + 1);
        var claim = new ReturnedClaim(_header ?? new("", 0, null, null, null, null, null), data, open.Reasons, new HistoryBlock(open.History));
        _claims.Add(claim);
        _findings.AddRange(ReturnedFindings.Of(claim));
        _open = null;
    }

    private void Conclude() {
        if (_header is null) _findings.Add(ReturnedFindings.HeaderMissing);
        else _findings.AddRange(ReturnedFindings.Of(_header));
        if (_claims.Count == 0) _findings.Add(ReturnedFindings.NoClaims);
        else if (_claims.All(c => c.Reasons.Count == 0 && c.History.Lines.Count == 0)) _findings.Add(ReturnedFindings.ClaimFileInstead);
        if (_footer is not { } footer) _findings.Add(ReturnedFindings.FooterMissing);
        else if (footer.Number(2) is not { } stated) _findings.Add(ReturnedFindings.CountNotChecked(footer));
        else if (stated != _claims.Count) _findings.Add(ReturnedFindings.CountDiffers(footer, stated, _claims.Count));
        if (!_endMark) _findings.Add(ReturnedFindings.EndMarkMissing);
    }

    private void Lose(Finding finding) {
        _findings.Add(finding);
        Close();
        _part = Part.Lost;
    }
}
