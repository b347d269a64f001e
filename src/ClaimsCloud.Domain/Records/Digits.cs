namespace ClaimsCloud.Domain.Records;

/// <summary>Numbers, dates and times as claim files write them: half-width digits.</summary>
internal static class Digits {
    /// <summary>True for 1–9 digits; leading zeros are read (the manual itself prints 030).</summary>
    public static bool TryInt(ReadOnlySpan<byte> digits, out int value) {
        value = 0;
        if (digits.Length is 0 or > 9) return false;
        foreach (var b in digits) {
            if (b is < (byte)'0' or > (byte)'9') return false;
            value = unchecked((value * 10) + (b - '0'));
        }
        return true;
    }

    public static bool TryDate(ReadOnlySpan<byte> yyyymmdd, out DateOnly date) {
        date = default;
        if (yyyymmdd.Length != 8 || ServiceMonth.Parse(yyyymmdd[..6]) is not { } month || !TryInt(yyyymmdd[6..], out var day)) return false;
        if (day < 1 || day > DateTime.DaysInMonth(month.Year, month.Month)) return false;
        date = new DateOnly(month.Year, month.Month, day);
        return true;
    }

    public static bool TryTime(ReadOnlySpan<byte> hhmm, out TimeOnly time) {
        time = default;
        if (hhmm.Length != 4 || !TryInt(hhmm[..2], out var hour) || !TryInt(hhmm[2..], out var minute) || hour > 23 || minute > 59) return false;
        time = new TimeOnly(hour, minute);
        return true;
    }
}
