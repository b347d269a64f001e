using System.Runtime.InteropServices;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>
/// One claim as the checks see it: its records by kind, its fee lines decoded once, and what is known beside it. One object a run, filled anew for each
/// claim, so that a hundred rules do not cost a hundred passes over the bytes.
/// </summary>
internal sealed partial class ClaimFacts(CheckContext context) {
    /// <summary>No claim has more lines of a kind; one that does is not searched line by line against line.</summary>
    private const int MostFeeLines = 2_000;
    private const int MostRecords = 500;

    private readonly List<Record>[] _records = [.. Enumerable.Range(0, 20).Select(_ => new List<Record>())];
    private readonly List<FeeLine> _lines = [];
    private readonly List<FeeLine> _byDay = [];
    private readonly List<int> _questioned = [];
    private readonly List<Order> _orders = [];
    private readonly List<VisitDayMarks> _marks = [];
    private readonly PayerTotal[] _totals = new PayerTotal[5];
    private ulong _families;
    private UInt128 _checks;
    private uint _visitDays;
    private bool _inOrder, _hasNewLines;
    private bool _sharesKnown, _yenKnown, _daysKnown, _visitDaysKnown;

    public ClaimSpec Spec { get; } = ClaimSpec.Release202406;
    public CheckContext Context { get; } = context;
    public Claim Claim { get; private set; } = null!;
    public CommonRecord Common { get; private set; }
    public ServiceMonth? Month { get; private set; }

    /// <summary>請求年月 of HM; null when it cannot be read.</summary>
    public ServiceMonth? BillingMonth { get; set; }

    /// <summary>レセプト種別; null when the table does not have it.</summary>
    public ClaimTypeLayout? Type { get; private set; }

    /// <summary>レセプト種別 as a number, as 6112; 0 when the table does not have it.</summary>
    public int TypeCode { get; private set; }

    /// <summary>61 医保・国保, 62 公費単独, 63 後期; 0 for none.</summary>
    public int TypeSystem => TypeCode / 100;

    /// <summary>Last digit: 2 本人, 4 未就学, 6 家族, 8 高齢一般・低所得, 0 高齢７割. Ask <see cref="TypeSystem"/> first.</summary>
    public int TypePerson => TypeCode % 10;

    public DateOnly? BirthDate { get; private set; }

    /// <summary>Null when the project holds none for the month, and for a claim far too long to be one.</summary>
    public FeeTable? Table { get; private set; }

    /// <summary>What is known of the patient; null where nothing is.</summary>
    public PatientContext? Patient { get; private set; }

    public CheckNeeds Available { get; private set; }

    public Record? Insurer { get; private set; }
    /// <summary>HO; more than one is a finding.</summary>
    public List<Record> Insurers => _records[Ho];
    public List<Record> Publics => _records[Ko];
    public List<Record> Eligibility => _records[Sn];
    public List<Record> VisitDays => _records[Jd];
    public List<Record> CounterPayments => _records[Mf];
    public List<Record> Physicians => _records[Ih];
    public List<Record> Instructions => _records[Hj];
    public List<Record> Conditions => _records[Js];
    public List<Record> Diseases => _records[Sy];
    public Record? User { get; private set; }
    public List<Record> Information => _records[Tj];
    public List<Record> Matters => _records[Tz];
    public List<Record> Trainings => _records[Ks];
    public List<Record> Comments => _records[Co];

    /// <summary>HJ whose period can be read, in file order.</summary>
    public ReadOnlySpan<Order> Orders => CollectionsMarshal.AsSpan(_orders);

    /// <summary>JD of a payer of the table, in file order.</summary>
    public ReadOnlySpan<VisitDayMarks> Marks => CollectionsMarshal.AsSpan(_marks);

    /// <summary>KA in file order.</summary>
    public ReadOnlySpan<FeeLine> Lines => CollectionsMarshal.AsSpan(_lines);

    /// <summary>KA with a day of the service month, by day and then in file order.</summary>
    public ReadOnlySpan<FeeLine> ByDay => CollectionsMarshal.AsSpan(_inOrder ? _lines : _byDay);

    /// <summary>The lines of one day: those of <see cref="ByDay"/> from <paramref name="start"/> on, which moves behind them. Empty at the end.</summary>
    public ReadOnlySpan<FeeLine> NextDay(ref int start) {
        var from = start;
        var lines = ByDay;
        while (start < lines.Length && lines[start].Day == lines[from].Day) start++;
        return lines[from..start];
    }

    /// <summary>True when the base fee of a visit stands on the day.</summary>
    /// <param name="day">Of the service month.</param>
    public bool HasVisitOn(DateOnly day) => (_visitDays & 1u << day.Day) != 0;

    /// <summary>True when the check is about a fee of the claim.</summary>
    public bool Meets(FeeCheck check) => (_checks & check.Bit) != 0;

    /// <summary>True when a line of the family is in the claim. Most rules of a family end here.</summary>
    public bool Bills(FeeFamily family) => (_families & 1UL << (int)family) != 0;

    /// <summary>The first line of a fee family, or null.</summary>
    public FeeLine? Find(FeeFamily family) {
        if (!Bills(family)) return null;
        foreach (ref readonly var line in Lines)
            if (line.Fee?.Family == family) return line;
        return null;
    }

    /// <summary>True when a line of the family stands on the day.</summary>
    public bool BillsOn(FeeFamily family, DateOnly? day) {
        if (!Bills(family)) return false;
        foreach (ref readonly var line in Lines)
            if (line.Day == day && line.Fee?.Family == family) return true;
        return false;
    }

    /// <summary>True when a code is not in the schedule, or one that only an imported master has: what the claim bills is then not all known.</summary>
    public bool HasUnknownFee { get; private set; }

    /// <summary>True when a visit is billed that counts as a day.</summary>
    public bool HasVisits { get; private set; }

    /// <summary>How many records of the kind the claim has.</summary>
    public int Count(RecordLayout layout) => _records[layout.Order].Count;

    /// <summary>The records of the kind, in file order.</summary>
    public List<Record> All(RecordLayout layout) => _records[layout.Order];

    /// <summary>True when a record of the list holds the code in the field.</summary>
    public static bool Has(List<Record> records, int position, ReadOnlySpan<byte> code) {
        foreach (var record in records)
            if (record.Field(position).SequenceEqual(code)) return true;
        return false;
    }

    public ListedDiseases Listed { get; private set; }

    /// <param name="known">Lines of the run.</param>
    public void Read(Claim claim, KnownLines known) {
        Claim = claim;
        Common = claim.Common;
        Month = Common.ServiceMonth;
        BirthDate = Common.BirthDate;
        Type = Spec.ClaimType(Common.ClaimType ?? "");
        TypeCode = Type is null ? 0 : int.Parse(Type.Code);
        Sort(claim);
        (Insurer, User) = (First(Ho), First(Rj));
        Table = IsOrdinary() && Month is { } month ? FeeTable.For(month, Context.Schedules) : null;
        Listed = ListedDiseases.Of(_records[Js]);
        _orders.Clear();
        foreach (var record in _records[Hj])
            if (record.Date(3) is { } from && record.Date(4) is { } to) _orders.Add(new(Digit(record.Field(2), 6), from, to));
        _marks.Clear();
        foreach (var record in _records[Jd])
            if (VisitDayMarks.Of(record) is { } marks) _marks.Add(marks);
        ReadLines(known);
        Patient = Context.Patients.Count > 0 && Common.ChartNumber is { } chart ? Context.Patients.GetValueOrDefault(chart) : null;
        Available = Context.Available | (Patient?.Available ?? CheckNeeds.None) | (Table is null ? CheckNeeds.None : CheckNeeds.FeeSchedule);
    }

    /// <summary>The payers that have a record, as a set (<see cref="PayerMasks"/>).</summary>
    public int PayersPresent => (Insurer is null ? 0 : PayerMasks.Insurance) | (((1 << Math.Min(Publics.Count, 4)) - 1) << 1);

    /// <summary>The payers that a line names, as a set.</summary>
    public int PayersNamed { get; private set; }

    /// <summary>What the payer shares in: yen of the lines; null when a line cannot be read.</summary>
    /// <param name="payer">0 the insurance, 1–4 the public expenses.</param>
    public long? YenOf(int payer) => _sharesKnown && _yenKnown ? _totals[payer].Yen : null;

    /// <summary>Days with a line that the payer shares, as bits 1–31; null when a line cannot be read.</summary>
    public uint? DaysOf(int payer) => _sharesKnown && _daysKnown ? _totals[payer].Days : null;

    /// <summary>Days with a visit that the payer shares, as bits 1–31; null when a line cannot be read or its fee is not known.</summary>
    public uint? VisitDaysOf(int payer) => _sharesKnown && _daysKnown && _visitDaysKnown ? _totals[payer].VisitDays : null;

    /// <summary>True when every line says who pays.</summary>
    public bool SharesKnown => _sharesKnown;

    /// <summary>Age in whole years on a day by the law: a year older on the day before the birthday.</summary>
    public int? AgeOn(DateOnly day) => BirthDate is { } birth && birth <= day ? Ages.On(birth, day) : null;

    /// <summary>Special orders (指示区分 02, 04, 06) that cover the day.</summary>
    public bool SpecialOrderCovers(DateOnly day) {
        foreach (var order in Orders)
            if (order.Kind is 2 or 4 or 6 && order.Covers(day)) return true;
        return false;
    }

    /// <summary>True when an order of the 指示区分 covers the day.</summary>
    public bool OrderCovers(int kind, DateOnly day) {
        foreach (var order in Orders)
            if (order.Kind == kind && order.Covers(day)) return true;
        return false;
    }

    private void Sort(Claim claim) {
        foreach (var list in _records) list.Clear();
        for (var i = 0; i < claim.Count(); i++) {
            var record = claim[i];
            if (Spec.Record(record) is { } layout) _records[layout.Order].Add(record);
        }
    }

    /// <summary>True for a claim of a size that can be one.</summary>
    private bool IsOrdinary() {
        for (var place = 0; place < _records.Length; place++)
            if (_records[place].Count > (place == Ka ? MostFeeLines : MostRecords)) return false;
        return true;
    }

    private static int Digit(ReadOnlySpan<byte> code, int most) => code is [(byte)'0', var digit] && digit > '0' && digit <= '0' + most ? digit - '0' : 0;

    private Record? First(int place) => _records[place].Count == 0 ? null : _records[place][0];

    private static int Place(string id) => ClaimSpec.Release202406.Record(id)!.Order;

    private static readonly int Ho = Place("HO"), Ko = Place("KO"), Sn = Place("SN"), Jd = Place("JD"), Mf = Place("MF"), Ih = Place("IH"), Hj = Place("HJ"),
        Js = Place("JS"), Sy = Place("SY"), Rj = Place("RJ"), Tj = Place("TJ"), Tz = Place("TZ"), Ks = Place("KS"), Co = Place("CO"), Ka = Place("KA");
}
