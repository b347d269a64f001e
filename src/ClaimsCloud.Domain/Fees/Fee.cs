namespace ClaimsCloud.Domain.Fees;

/// <summary>新又は現金額の金額識別.</summary>
public enum FeeAmountKind {
    Yen,
    /// <summary>医療観察: KA records ten times the points as yen.</summary>
    Points,
    /// <summary>特別地域: a percentage on the base fee; KA records 0 and the base line carries both.</summary>
    Percent,
}

/// <summary>Whether a code is a base fee, an add-on to one (加算), or stands by itself.</summary>
public enum FeeRole { Base, AddOn, Standalone }

/// <summary>How sure a value of the tables is.</summary>
public enum Certainty {
    /// <summary>Read in the official table, or two independent readings of the official text agree.</summary>
    Official,
    /// <summary>Worked out by us from the like code of the release before. A check that rests on it may say a thing is likely, not that it is so.</summary>
    Derived,
    /// <summary>Assumed. A check that rests on it is not checked.</summary>
    Doubtful,
}

/// <summary>実施回数区分: what KA 同日訪問回数 has to hold.</summary>
public enum VisitCountClass {
    /// <summary>Nothing.</summary>
    None,
    /// <summary>01, 02 or 03.</summary>
    Any,
    /// <summary>02.</summary>
    Two,
    /// <summary>03.</summary>
    ThreeOrMore,
}

/// <summary>An amount and the first day it holds.</summary>
/// <param name="Value">In the unit of <see cref="Fee.AmountKind"/>.</param>
public sealed record FeeAmount(DateOnly From, int Value);

/// <summary>Where the line stands in print (レセプト表示欄・項・連番).</summary>
public sealed record DisplayPlace(string Area, string Item, string Order);

/// <summary>One code of 訪問看護療養費マスター 基本テーブル in one release.</summary>
public sealed record Fee {
    /// <summary>Nine digits.</summary>
    public required string Code { get; init; }

    /// <summary>省略名称, as the 明細書 prints it.</summary>
    public required string Name { get; init; }

    /// <summary>Which facts it is for; null for a code that only an imported master has.</summary>
    public required FeeConditions? Conditions { get; init; }

    public required FeeRole Role { get; init; }

    /// <summary>告示 区分番号 (two digits), 枝番 (one), 項番 (two).</summary>
    public required string Section { get; init; }
    public required string Branch { get; init; }
    public required string Item { get; init; }

    public required FeeAmountKind AmountKind { get; init; }

    /// <summary>In the order of their first days; at least one.</summary>
    public required IReadOnlyList<FeeAmount> Amounts { get; init; }

    /// <summary>下限年齢: the age on the day is at least this.</summary>
    public required int? AgeFrom { get; init; }

    /// <summary>上限年齢: the age on the day is less than this.</summary>
    public required int? AgeBelow { get; init; }

    /// <summary>職種区分: codes of 別表20 (01–10), or classes of pairs 31–39 (<see cref="StaffPairs"/>); empty where KA records no staff.</summary>
    public required IReadOnlyList<string> StaffCodes { get; init; }

    public required VisitCountClass VisitCount { get; init; }

    /// <summary>指示区分 codes of 別表12 that KA may hold; it must hold one when there are any.</summary>
    public required IReadOnlyList<string> InstructionKinds { get; init; }

    /// <summary>加算単独算定区分: an add-on that may stand without its base on the day.</summary>
    public required bool StandsAlone { get; init; }

    /// <summary>加算グループ of a base fee, the key of <see cref="FeeSchedule.AddOns"/>; null without add-ons.</summary>
    public required string? AddOnGroup { get; init; }

    /// <summary>施設基準グループ; null where it is not known or none is asked.</summary>
    public required string? FacilityGroup { get; init; }

    /// <summary>施設基準コード of which the station must hold every one on the day; empty where no 届出 is asked.</summary>
    public required IReadOnlyList<string> FacilityStandards { get; init; }

    /// <summary>算定回数限度, per code as the table has it: limits that codes share are rules, not table rows.</summary>
    public required IReadOnlyList<FeeLimit> Limits { get; init; }

    public required DisplayPlace Display { get; init; }

    /// <summary>レセプト表示用記号①–⑩, ten digits: ○ △ ◎ ◇ □ ▽ ☆ ▲ ▼ ●.</summary>
    public required string Marks { get; init; }

    /// <summary>訪問看護療養費種類: the reviewer's class, two digits, 00 for none.</summary>
    public required string ReviewClass { get; init; }

    /// <summary>医療観察法対象区分: only for claims with 法別30.</summary>
    public required bool MedicalObservation { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last usable day; <see cref="DateOnly.MaxValue"/> while none is set.</summary>
    public required DateOnly ValidTo { get; init; }

    /// <summary>Of <see cref="Amounts"/>.</summary>
    public required Certainty AmountCertainty { get; init; }

    /// <summary>Of staff, groups, limits, standards, exclusions and everything else that is not the amount.</summary>
    public required Certainty RuleCertainty { get; init; }

    public bool ValidOn(DateOnly day) => day >= ValidFrom && day <= ValidTo;

    /// <summary>The amount on that day in the unit of <see cref="AmountKind"/>; the first amount for a day before it.</summary>
    public int AmountOn(DateOnly day) {
        var step = Amounts.Count - 1;
        while (step > 0 && Amounts[step].From > day) step--;
        return Amounts[step].Value;
    }

    /// <summary>KA 金額 in yen: the amount, ten times the points, 0 for a percentage.</summary>
    public int YenOn(DateOnly day) => AmountKind switch {
        FeeAmountKind.Yen => AmountOn(day),
        FeeAmountKind.Points => AmountOn(day) * 10,
        _ => 0,
    };
}
