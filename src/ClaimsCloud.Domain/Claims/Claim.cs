using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>One レセプト, seen in the bytes that it stands in. Whatever is wrong in it, it can be read; what cannot be understood is null and a finding says so.</summary>
public sealed class Claim {
    private readonly RecordBlock _block;

    /// <param name="block">A block that begins with RE.</param>
    /// <param name="number">Position among the file's claims, from 1.</param>
    /// <exception cref="ArgumentException">The block is not a claim.</exception>
    public Claim(RecordBlock block, int number) {
        ArgumentNullException.ThrowIfNull(block);
        if (!block.IsClaim) throw new ArgumentException("a claim begins with RE", nameof(block));
        (_block, Number) = (block, number);
    }

    /// <summary>Position among the file's claims, from 1; レセプト番号 as recorded is in <see cref="Common"/>.</summary>
    public int Number { get; }

    /// <summary>The bytes as they stand in the file.</summary>
    public ReadOnlySpan<byte> Original => _block.Original;

    /// <summary>All lines in file order, known or not.</summary>
    public IEnumerable<Record> Records {
        get {
            for (var i = 0; i < _block.Count; i++) yield return _block[i];
        }
    }

    /// <summary>RE レセプト共通.</summary>
    public CommonRecord Common => new(_block[0]);

    /// <summary>HO 保険者; null on a claim of public expense alone.</summary>
    public InsurerRecord? Insurer => First("HO") is { } record ? new(record) : null;

    /// <summary>KO 公費, in the order of their priority.</summary>
    public IEnumerable<PublicExpenseRecord> PublicExpenses => All("KO").Select(r => new PublicExpenseRecord(r));

    /// <summary>SN 資格確認.</summary>
    public IEnumerable<EligibilityRecord> Eligibility => All("SN").Select(r => new EligibilityRecord(r));

    /// <summary>JD 受診日等.</summary>
    public IEnumerable<VisitDaysRecord> VisitDays => All("JD").Select(r => new VisitDaysRecord(r));

    /// <summary>MF 窓口負担額.</summary>
    public IEnumerable<CounterPaymentRecord> CounterPayments => All("MF").Select(r => new CounterPaymentRecord(r));

    /// <summary>GI 災害等.</summary>
    public DisasterRecord? Disaster => First("GI") is { } record ? new(record) : null;

    /// <summary>IH 医療機関・保険医情報.</summary>
    public IEnumerable<PhysicianRecord> Physicians => All("IH").Select(r => new PhysicianRecord(r));

    /// <summary>HJ 訪問看護指示.</summary>
    public IEnumerable<InstructionRecord> Instructions => All("HJ").Select(r => new InstructionRecord(r));

    /// <summary>JS 心身の状態.</summary>
    public IEnumerable<ConditionRecord> Conditions => All("JS").Select(r => new ConditionRecord(r));

    /// <summary>SY 傷病名.</summary>
    public IEnumerable<DiseaseRecord> Diseases => All("SY").Select(r => new DiseaseRecord(r));

    /// <summary>RJ 利用者情報.</summary>
    public UserRecord? User => First("RJ") is { } record ? new(record) : null;

    /// <summary>TJ 情報提供.</summary>
    public IEnumerable<InformationRecord> Information => All("TJ").Select(r => new InformationRecord(r));

    /// <summary>TZ 特記事項.</summary>
    public IEnumerable<SpecialMatterRecord> SpecialMatters => All("TZ").Select(r => new SpecialMatterRecord(r));

    /// <summary>KS 専門の研修.</summary>
    public IEnumerable<TrainingRecord> Trainings => All("KS").Select(r => new TrainingRecord(r));

    /// <summary>CO コメント.</summary>
    public IEnumerable<CommentRecord> Comments => All("CO").Select(r => new CommentRecord(r));

    /// <summary>KA 訪問看護療養費.</summary>
    public IEnumerable<FeeRecord> Fees => All("KA").Select(r => new FeeRecord(r));

    /// <summary>合計金額 of the first payer, in yen: of HO, or of the first KO where there is no HO.</summary>
    public int? TotalYen => Insurer is { } insurer ? insurer.TotalYen : PublicExpenses.Select(p => p.TotalYen).FirstOrDefault();

    /// <summary>What a list of claims shows.</summary>
    public ClaimHeading Heading => new(Number, _block.FirstLine, _block.Offset, _block.Original.Length, Common.PatientName ?? "",
        Common.ServiceMonth?.ToString() ?? "", Common.ClaimType ?? "", TotalYen, _block.Count, Common.ChartNumber ?? "");

    /// <summary>All records of an id, in file order.</summary>
    public IEnumerable<Record> All(string id) {
        var packed = Pack(id);
        for (var i = 0; i < _block.Count; i++)
            if (_block.Slots[i].PackedId == packed) yield return _block[i];
    }

    internal RecordBlock Block => _block;

    /// <summary>Number of lines.</summary>
    internal int Count() => _block.Count;

    internal Record this[int index] => _block[index];

    internal int Count(string id) {
        var packed = Pack(id);
        var count = 0;
        foreach (var slot in _block.Slots)
            if (slot.PackedId == packed) count++;
        return count;
    }

    /// <summary>Where a finding about a record belongs: at its first line, or at the head of the claim when it is missing.</summary>
    internal Place Place(string id) => First(id) is { } record
        ? new(Number, id, record.Line, record.Offset, null)
        : new(Number, id, _block.FirstLine, _block.Offset, null);

    internal Place Place(string id, string field, ClaimSpec spec) {
        var layout = spec.Record(id)!.Field(field)!;
        return First(id) is { } record ? new(Number, id, record.Line, record.OffsetOf(layout.Position), layout.Japanese) : Place(id);
    }

    private Record? First(string id) {
        var packed = Pack(id);
        for (var i = 0; i < _block.Count; i++)
            if (_block.Slots[i].PackedId == packed) return _block[i];
        return null;
    }

    private static ushort Pack(string id) => RecordSlot.Pack([(byte)id[0], (byte)id[1]]);
}
