namespace ClaimsCloud.Domain.Bundles.Reading.Tables;

/// <summary>Words of the patients' tables.</summary>
internal static class PatientWords {
    public static readonly ColumnWords<PsychiatricSupport> Supports = new(
        (PsychiatricSupport.None, "none", "なし"),
        (PsychiatricSupport.TwiceWeekly, "twiceWeekly", "イ（週2回以上）"),
        (PsychiatricSupport.TwiceMonthly, "twiceMonthly", "ロ（月2回以上）"));

    public static readonly ColumnWords<AgreementKind> Agreements = new(
        (AgreementKind.AroundTheClock, "aroundTheClock", "24時間対応体制加算への同意"),
        (AgreementKind.SpecialManagement, "specialManagement", "特別管理加算（計画的な管理）"),
        (AgreementKind.DigitalInformation, "digitalInformation", "訪問看護医療DX情報活用加算"),
        (AgreementKind.TerminalCare, "terminalCare", "ターミナルケアの支援体制の説明と同意"));

    public static readonly ColumnWords<InsuredRelation> Relations = new(
        (InsuredRelation.Insured, "insured", "本人・世帯主"),
        (InsuredRelation.Family, "family", "家族・その他"));

    public static readonly ColumnWords<LimitClass> LimitClasses = new(
        (LimitClass.A, "a", "ア"),
        (LimitClass.B, "b", "イ"),
        (LimitClass.C, "c", "ウ"),
        (LimitClass.D, "d", "エ"),
        (LimitClass.E, "e", "オ"),
        (LimitClass.Active3, "active3", "現役並みⅢ"),
        (LimitClass.Active2, "active2", "現役並みⅡ"),
        (LimitClass.Active1, "active1", "現役並みⅠ"),
        (LimitClass.General, "general", "一般"),
        (LimitClass.General2, "general2", "後期高齢者 一般Ⅱ"),
        (LimitClass.General1, "general1", "後期高齢者 一般Ⅰ"),
        (LimitClass.Low2, "low2", "低所得Ⅱ"),
        (LimitClass.Low1, "low1", "低所得Ⅰ"));

    public static readonly ColumnWords<PublicExpenseScope> Scopes = new(
        (PublicExpenseScope.AllVisits, "allVisits", "期間内のすべての訪問"),
        (PublicExpenseScope.Psychiatric, "psychiatric", "精神科訪問看護だけ"),
        (PublicExpenseScope.NotPsychiatric, "notPsychiatric", "精神科訪問看護のほか"));

    public static readonly ColumnWords<CareLevel> CareLevels = new(
        (CareLevel.Support, "support", "要支援"),
        (CareLevel.Care, "care", "要介護"));
}
