namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>A field in which stored card and answer may differ.</summary>
public enum CardField {
    InsurerNumber,
    Symbol,
    Number,
    Branch,
    Relationship,
    Name,
    Kana,
    Sex,
    BirthDate,
    ValidFrom,
    ValidTo,
    RatioPercent,
    LimitClass,
    LimitFrom,
    LimitTo,
}

/// <summary>Who decides on a difference.</summary>
public enum ChangeClass {
    /// <summary>枝番, 適用区分: taken over by rule, if card and person are the same in everything else.</summary>
    ByRule,
    /// <summary>The same name in characters that a claim cannot hold: a person approves the pair once.</summary>
    NameForm,
    /// <summary>A person decides.</summary>
    ByPerson,
}

/// <param name="Stored">As stored; null when nothing is. Dates as <c>yyyyMMdd</c>.</param>
/// <param name="Answered">As the answer says it.</param>
public sealed record CardDifference(CardField Field, string? Stored, string? Answered, ChangeClass Class);

/// <summary>Fields as Japanese screens show them.</summary>
public static class CardFieldWords {
    public static string Japanese(this CardField field) => field switch {
        CardField.InsurerNumber => "保険者番号",
        CardField.Symbol => "記号",
        CardField.Number => "番号",
        CardField.Branch => "枝番",
        CardField.Relationship => "本人・家族の別",
        CardField.Name => "氏名",
        CardField.Kana => "氏名カナ",
        CardField.Sex => "性別",
        CardField.BirthDate => "生年月日",
        CardField.ValidFrom => "有効開始日",
        CardField.ValidTo => "有効終了日",
        CardField.RatioPercent => "負担割合",
        CardField.LimitClass => "適用区分",
        CardField.LimitFrom => "適用区分の開始日",
        CardField.LimitTo => "適用区分の終了日",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
