namespace ClaimsCloud.Domain.Records;

/// <summary>A calendar month in Japan: 指定訪問看護年月 and the months around it.</summary>
public readonly record struct ServiceMonth : IComparable<ServiceMonth> {
    private readonly int _months;

    private ServiceMonth(int months) => _months = months;

    /// <exception cref="ArgumentOutOfRangeException">Not a month of the years 1–9999.</exception>
    public static ServiceMonth Of(int year, int month) {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return new((year * 12) + month - 1);
    }

    public int Year => _months / 12;
    public int Month => (_months % 12) + 1;

    /// <summary>Months from <paramref name="other"/> to this one; negative when this one is earlier.</summary>
    public int Since(ServiceMonth other) => _months - other._months;

    public DateOnly FirstDay => new(Year, Month, 1);
    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    /// <summary>So many months later; earlier for a negative number. A method, so that it is no part of the value where a month is written down.</summary>
    public ServiceMonth Plus(int months) => new(_months + months);

    public bool Contains(DateOnly day) => day.Year == Year && day.Month == Month;

    /// <summary>Reads YYYYMM; null for anything else.</summary>
    public static ServiceMonth? Parse(ReadOnlySpan<byte> yyyymm) =>
        yyyymm.Length == 6 && Digits.TryInt(yyyymm[..4], out var year) && Digits.TryInt(yyyymm[4..], out var month) && year >= 1 && month is >= 1 and <= 12
            ? Of(year, month) : null;

    public int CompareTo(ServiceMonth other) => _months.CompareTo(other._months);
    public static bool operator <(ServiceMonth a, ServiceMonth b) => a._months < b._months;
    public static bool operator >(ServiceMonth a, ServiceMonth b) => a._months > b._months;
    public static bool operator <=(ServiceMonth a, ServiceMonth b) => a._months <= b._months;
    public static bool operator >=(ServiceMonth a, ServiceMonth b) => a._months >= b._months;

    /// <summary>YYYYMM, as files write it.</summary>
    public override string ToString() => ((Year * 100) + Month).ToString("D6");
}
