using System.Numerics;
using System.Runtime.InteropServices;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>The fee lines of the claim: each decoded once in a run, and what they say together.</summary>
internal sealed partial class ClaimFacts {
    /// <summary>A check had something to say of the line by itself.</summary>
    /// <param name="line">Index in <see cref="Lines"/>.</param>
    public void Question(int line) => _questioned.Add(line);

    /// <summary>All checks of the month have looked: notes the lines that none of them questioned.</summary>
    public void Remember(KnownLines known) {
        if (!_hasNewLines || Table is null) return;
        var lines = Lines;
        for (var i = 0; i < lines.Length; i++) {
            if (lines[i].InOrder || lines[i].Fee is null || _questioned.Contains(i) || known.PlaceOf(lines[i].Record) is not (not KnownLines.NoPlace and var place)) continue;
            known.Fee(place) = new(Month, lines[i] with { Record = default, InOrder = true });
        }
    }

    private void ReadLines(KnownLines known) {
        _lines.Clear();
        _questioned.Clear();
        Array.Clear(_totals);
        (_families, _checks, _visitDays, PayersNamed) = (0, 0, 0, 0);
        (HasUnknownFee, HasVisits, _hasNewLines) = (false, false, false);
        (_sharesKnown, _yenKnown, _daysKnown, _visitDaysKnown, _inOrder) = (true, true, true, true, true);
        var month = Month is null ? default : Common.Record.Field(4);
        var (first, last) = (Month?.FirstDay ?? default, 0);
        var days = DateTime.DaysInMonth(first.Year, first.Month);
        foreach (var record in _records[Ka]) {
            var place = Table is null ? KnownLines.NoPlace : known.PlaceOf(record);
            var isKnown = place != KnownLines.NoPlace && known.Fee(place).Month is { } of && of == Month;
            _hasNewLines |= !isKnown;
            var line = isKnown ? known.Fee(place).Line with { Record = record } : Read(record, month, first, days);
            var day = line.Day?.Day ?? 0;
            _lines.Add(line);
            _inOrder &= day >= last && day > 0;
            last = day;
            Sum(line, 1u << day);
        }
        if (!_inOrder) OrderByDay();
    }

    private FeeLine Read(in Record record, ReadOnlySpan<byte> month, DateOnly first, int days) =>
        new(record, Table?.Find(record.Field(4)), DayOf(record.Field(2), month, days) is > 0 and var day ? first.AddDays(day - 1) : null, PayerMasks.Of(record.Field(3)), record.Number(6),
            Digit(record.Field(8), 3), Digit(record.Field(9), 6));

    /// <summary>The day of a date of the month; 0 for a date of another month and for what is no date.</summary>
    /// <param name="month">As the claim records it; empty when it cannot be read.</param>
    private static int DayOf(ReadOnlySpan<byte> date, ReadOnlySpan<byte> month, int days) =>
        date.Length == 8 && date[..6].SequenceEqual(month) && Digits.TryInt(date[6..], out var day) && day <= days ? day : 0;

    /// <param name="day">As a bit; bit 0 for no day of the month.</param>
    private void Sum(in FeeLine line, uint day) {
        _sharesKnown &= line.Payers != 0;
        _yenKnown &= line.Yen is not null;
        _daysKnown &= day > 1;
        PayersNamed |= line.Payers;
        var fee = line.Fee;
        if (fee?.Family is { } family) {
            _families |= 1UL << (int)family;
            if (fee.IsVisit) _visitDays |= day;
        } else {
            (HasUnknownFee, _visitDaysKnown) = (true, false);
        }
        if (fee is not null) _checks |= line.InOrder ? fee.ChecksBeyondLine : fee.Checks;
        HasVisits |= line.MakesDay;
        for (var payers = line.Payers; payers != 0; payers &= payers - 1) {
            ref var total = ref _totals[BitOperations.TrailingZeroCount(payers)];
            total.Yen += line.Yen ?? 0;
            total.Days |= day;
            if (line.MakesDay) total.VisitDays |= day;
        }
    }

    private void OrderByDay() {
        _byDay.Clear();
        _byDay.AddRange(_lines.Where(l => l.Day is not null).OrderBy(l => l.Day));
    }

    /// <summary>What one payer shares in over the lines of a claim.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct PayerTotal {
        public long Yen;
        public uint Days;
        public uint VisitDays;
    }
}
