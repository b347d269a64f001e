using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Checks;

/// <summary>Made-up claims without an error, one a seed: both payers, all kinds of insurance, up to four public expenses, general, psychiatric and 医療観察 care.</summary>
internal sealed class ValidClaims {
    private readonly Random _random;
    private readonly DraftClaim _claim;
    private readonly FeeSchedule _schedule;
    private readonly CareKind _care;
    private readonly DateOnly _birth;
    private readonly string _share;
    private readonly bool _special;
    private readonly bool _appendix7;
    private readonly bool _appendix8;

    public static DraftClaim From(int seed) => new ValidClaims(seed)._claim;

    private ValidClaims(int seed) {
        _random = new Random(seed);
        var month = _random.Next(5) == 0 ? ServiceMonth.Of(2026, _random.Next(6, 13)) : ServiceMonth.Of(2024, _random.Next(6, 13));
        _schedule = FeeSchedules.BuiltIn.For(month)!;
        var kind = _random.Next(10) switch { < 4 => "employees", < 6 => "national", < 8 => "late", 8 => "public", _ => "observation" };
        _care = kind == "observation" ? CareKind.Observation : _random.Next(3) == 0 ? CareKind.Psychiatric : CareKind.General;
        var (person, age) = kind switch {
            "late" => (_random.Next(4) == 0 ? 0 : 8, _random.Next(76, 99)),
            "public" or "observation" => (2, _random.Next(20, 65)),
            _ => _random.Next(5) switch { 0 => (4, _random.Next(1, 5)), 1 => (8, _random.Next(71, 74)), 2 => (6, _random.Next(16, 69)), 3 => (0, _random.Next(71, 74)), _ => (2, _random.Next(20, 69)) },
        };
        _birth = new DateOnly(month.Year - age, _random.Next(1, 6), _random.Next(2, 28));
        _claim = new() { Month = month, ReviewOrganization = kind is "national" or "late" ? "2" : "1" };
        var laws = Laws(kind);
        var system = kind switch { "late" => "63", "public" or "observation" => "62", _ => "61" };
        var hasInsurer = system != "62";
        var re = _claim.Add("RE", (3, $"{system}{laws.Count + (hasInsurer ? 1 : 0)}{(hasInsurer ? person : 2)}"), (4, $"{month}"), (5, "看護　花子"), (7, "2"), (8, $"{_birth:yyyyMMdd}"), (14, $"P{seed}"));
        if (kind == "national") re[10] = person is 4 or 8 ? "80" : "70";
        if (hasInsurer) AddInsurer(kind, seed);
        foreach (var law in laws) AddPublic(law, seed);
        for (var payer = 1; payer <= 5; payer++) {
            if (payer == 1 ? !hasInsurer : payer - 1 > laws.Count) continue;
            if (payer == 1 && kind != "late") _claim.Add("SN", (2, "1"), (3, "01"), (7, "01"));
            if (payer > 1 && laws[payer - 2] == "12") _claim.Add("SN", (2, $"{payer}"), (3, "01"));
            _claim.Add("JD", (2, $"{payer}"));
        }
        _claim.Add("MF", (2, "00"));
        var payers = (hasInsurer ? Payers.Insurer : Payers.None) | (Payers)(((1 << laws.Count) - 1) << 1);
        _share = PayerShares.Release202406.Code(payers)!;

        _special = _care != CareKind.Observation && _random.Next(5) == 0;
        (_appendix7, _appendix8) = (_random.Next(4) == 0, _random.Next(4) == 0);
        AddRecords();
        AddVisits();
        _claim.OrderFees();
        _claim.Settle(_schedule);
        if (laws.Count == 0) MayReachTheLimit(re, person);
    }

    private List<string> Laws(string kind) => kind switch {
        "observation" => ["30"],
        "public" => [.. new[] { "21", "15", "54", "12", "80" }.Where(l => l == "12" || _random.Next(3) == 0).Take(4)],
        _ => [.. new[] { "21", "54", "51", "38", "62", "80", "88" }.Where(_ => _random.Next(5) == 0).Take(4)],
    };

    private void AddInsurer(string kind, int seed) => _claim.Add("HO",
        (2, kind switch { "late" => Checked($"3913{seed % 1000:000}"), "national" => "  " + Checked($"13{seed % 1000:000}"), _ => Checked($"{(seed % 2 == 0 ? "01" : "06")}13{seed % 1000:000}") }),
        (3, kind switch { "late" => "", "national" => "さ１２", _ => "12345678" }), (4, kind == "late" ? $"{seed % 100_000_000:00000000}" : $"{seed % 1_000_000 + 1}"));

    private void AddPublic(string law, int seed) =>
        _claim.Add("KO", (2, Checked($"{law}13{seed % 1000:000}")), (3, law == "30" ? "" : Checked($"{seed % 1_000_000:000000}")), (7, law is "54" or "21" ? "0" : ""));

    private void AddRecords() {
        var first = _claim.Month.FirstDay;
        var orders = _care switch { CareKind.Psychiatric => ("03", "04"), CareKind.Observation => ("05", "06"), _ => ("01", "02") };
        _claim.Add("IH", (2, "13"), (3, "1"), (4, "1234567"), (5, "ひかり病院"), (6, "看護　太郎"), (7, $"{first.AddDays(19):yyyyMMdd}"));
        _claim.Add("HJ", (2, orders.Item1), (3, $"{first.AddMonths(-2):yyyyMMdd}"), (4, $"{first.AddMonths(4).AddDays(-1):yyyyMMdd}"));
        if (_special) _claim.Add("HJ", (2, orders.Item2), (3, $"{first.AddDays(2):yyyyMMdd}"), (4, $"{first.AddDays(15):yyyyMMdd}"));
        var presence = (_appendix7 ? "01" : "") + (_appendix8 ? "02" : "");
        _claim.Add("JS", (2, "安定している。"), (3, presence.Length == 0 ? "03" : presence), (4, (_appendix7 ? "005" : "") + (_appendix8 ? "049" : "")),
            (5, _care == CareKind.Psychiatric ? "05" : ""), (6, _care == CareKind.Psychiatric ? $"{first.AddDays(1):yyyyMMdd}" : ""));
        _claim.Add("SY", (2, "0000999"), (4, "病名"));
        _claim.Add("RJ", (2, "20230401"), (3, "01"));
    }

    private void AddVisits() {
        var last = _claim.Month.LastDay;
        var (sunday, nth, visit, emergencies) = (DateOnly.MinValue, 0, 0, 0);
        for (var day = _claim.Month.FirstDay; day <= last; day = day.AddDays(1)) {
            if (day.AddDays(-(int)day.DayOfWeek) is var week && week != sunday) (sunday, nth) = (week, 0);
            var special = _special && day.Day is >= 3 and <= 16;
            var most = _appendix7 || _appendix8 || special ? 7 : 3;
            if (_random.Next(3) != 0 || nth >= most) continue;
            nth++;
            AddVisit(day, nth, ++visit, special, ref emergencies);
        }
        if (visit == 0) AddVisit(last, 1, 1, special: false, ref emergencies);
        if (_care != CareKind.Observation && _random.Next(6) == 0) {
            AddFee(last, Find(new(FeeFamily.Information) { Care = _care, Number = 1 }, last));
            _claim.Add("TJ", (2, "01"));
        }
    }

    private void AddVisit(DateOnly day, int nth, int visit, bool special, ref int emergencies) {
        var several = _care == CareKind.General && (_appendix7 || _appendix8 || special) && _random.Next(4) == 0;
        var assistant = !several && _care != CareKind.Observation && _random.Next(6) == 0;
        var therapist = !several && !assistant && _care == CareKind.General && _random.Next(8) == 0;
        var family = _care switch { CareKind.Psychiatric => FeeFamily.Psychiatric1, CareKind.Observation => FeeFamily.Observation1, _ => FeeFamily.Basic1 };
        var users = _care == CareKind.General && _random.Next(4) == 0 ? _random.Next(2, 9) : 1;
        if (users > 1) family = FeeFamily.Basic2;
        var facts = new FeeFacts(family) { Care = _care, WeekDay = nth, Minutes = 30, BuildingUsers = users, MonthDay = visit,
            Staff = assistant ? StaffClass.AssistantNurse : therapist ? StaffClass.Therapist : StaffClass.Nurse };
        var order = (_care switch { CareKind.Psychiatric => 3, CareKind.Observation => 5, _ => 1 }) + (special ? 1 : 0);
        var staff = assistant ? "07" : therapist ? "04" : several ? "0313" : "03";
        AddFee(day, Find(facts, day), (7, staff), (8, several ? "02" : "01"), (9, $"0{order}"));
        if (several) AddFee(day, Find(new(FeeFamily.MultipleVisits) { Care = _care, Visits = 2, BuildingUsers = users, MonthDay = 1 }, day), (7, staff), (8, "02"));
        if (_care == CareKind.General && Age(day) < 6) AddFee(day, Find(new(FeeFamily.Infant) { Care = _care, Case = FeeCase.Ordinary }, day));
        if (_care != CareKind.Observation && emergencies < 4 && _random.Next(12) == 0) AddEmergency(day, ++emergencies);
        if (_random.Next(10) == 0) AddFee(day, Find(new(FeeFamily.Night) { Care = _care, BuildingUsers = users, MonthDay = 1 }, day));
        AddManagement(day, visit);
    }

    private void AddEmergency(DateOnly day, int nth) {
        AddFee(day, Find(new(FeeFamily.Emergency) { Care = _care, MonthDay = nth }, day));
        _claim.Add("TZ", (2, "10"), (3, "850500016"), (4, string.Concat($"5{day.Year - 2018:00}{day:MMdd}".Select(c => (char)(c - '0' + '０')))));
        _claim.Add("TZ", (2, "10"), (3, "830500003"), (4, "症状の悪化により"));
    }

    private void AddManagement(DateOnly day, int visit) {
        var family = visit == 1 ? FeeFamily.ManagementFirst : FeeFamily.ManagementLater;
        AddFee(day, Find(new(family) { Care = _care, Number = visit == 1 ? 0 : 1, Residents = 1, MonthDay = visit }, day));
        if (visit > 1) return;
        AddFee(day, Find(new(FeeFamily.AroundTheClock) { Care = _care, Number = 2 }, day));
        if (_care == CareKind.Observation) return;
        if (_appendix8) AddFee(day, Find(new(FeeFamily.SpecialManagement) { Care = _care, Case = FeeCase.Ordinary }, day));
        if (_random.Next(2) == 0) AddFee(day, Find(new(FeeFamily.BaseUp1) { Care = _care }, day));
    }

    private void AddFee(DateOnly day, Fee fee, params (int, string)[] more) =>
        _claim.Add("KA", [(2, $"{day:yyyyMMdd}"), (3, _share), (4, fee.Code), (6, $"{fee.YenOn(day)}"), .. more]);

    private Fee Find(FeeFacts facts, DateOnly day) => _schedule.Select(facts, day) ?? throw new InvalidOperationException($"no fee for {facts} on {day}");

    private int Age(DateOnly day) => day.AddYears(-_birth.Year + 1).Year - 1 - (day.DayOfYear < _birth.DayOfYear ? 1 : 0);

    /// <summary>高額療養費 in kind, where the total is high enough.</summary>
    private void MayReachTheLimit(string[] re, int person) {
        var ho = _claim.First("HO");
        if (ho is null || person is not (2 or 6) || _random.Next(2) == 0) return;
        var limit = CopayLimits.Of(_claim.Month, CopayClass.UnderSeventyFifth, int.Parse(ho[5]), LimitCount.Usual, LimitPortion.Whole);
        if (limit.Yen is not { } yen || yen * 10 >= int.Parse(ho[5]) * 3) return;
        (re[11], ho[8], _claim.First("MF")![1]) = ("30", $"{yen}", "01");
    }

    private static string Checked(string body) => body + CheckDigit.Of(body);
}
