using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>What is known of one card (被保険者証・資格情報): stored, or as an answer tells it. Null means not told, never "none".</summary>
public sealed record InsuranceCard {
    /// <summary>被保険者証区分 OQSCD010; <c>A1</c> is 医療扶助.</summary>
    public string? CardClass { get; init; }

    /// <summary>保険者番号 or 公費負担者番号, without padding.</summary>
    public required string InsurerNumber { get; init; }

    public string? InsurerName { get; init; }

    /// <summary>記号; null also when the card has none.</summary>
    public string? Symbol { get; init; }

    /// <summary>番号 or 受給者番号.</summary>
    public required string Number { get; init; }

    /// <summary>枝番, 2 digits.</summary>
    public string? Branch { get; init; }

    /// <summary>本人・家族の別, OQSCD009.</summary>
    public string? Relationship { get; init; }

    /// <summary>The name as claims carry it.</summary>
    public string? Name { get; init; }

    /// <summary>The name as the insurer writes it, where a claim cannot carry that; a person approved the pair.</summary>
    public string? OfficialName { get; init; }

    public string? Kana { get; init; }

    /// <summary>OQSCD007.</summary>
    public string? Sex { get; init; }

    public required DateOnly BirthDate { get; init; }

    /// <summary>First day on which the card covers care.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which the card covers care.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>負担割合 of 後期高齢者 and 高齢受給者, percent.</summary>
    public int? RatioPercent { get; init; }

    /// <summary>適用区分, OQSCD012. Told only with the person's consent.</summary>
    public string? LimitClass { get; init; }

    public DateOnly? LimitFrom { get; init; }

    public DateOnly? LimitTo { get; init; }

    public bool IsMedicalAid => CardClass == "A1";

    /// <summary>Reads 資格確認結果. Null when insurer, number or birth date are missing: such a result is no card.</summary>
    public static InsuranceCard? Of(Block result) {
        ArgumentNullException.ThrowIfNull(result);
        var insurer = result.Text("InsurerNumber") ?? result.Text("PublicExpenseNumber");
        var number = result.Text("InsuredIdentificationNumber") ?? result.Text("BeneficiaryNumber");
        if (insurer is null || number is null || result.Date("Birthdate") is not { } birth) return null;
        var elderly = result.First("ElderlyRecipientCertificateInfo");
        var limit = result.Text("LimitApplicationCertificateRelatedConsFlg") == "0" ? null : result.First("LimitApplicationCertificateRelatedInfo");
        return new() {
            CardClass = result.Text("InsuredCardClassification"), InsurerNumber = insurer.Trim(), InsurerName = result.Text("InsurerName") ?? result.Text("WelfareOfficeName"),
            Symbol = result.Text("InsuredCardSymbol"), Number = number, Branch = result.Text("InsuredBranchNumber"), Relationship = result.Text("PersonalFamilyClassification"),
            Name = result.Text("Name"), Kana = result.Text("NameKana"), Sex = result.Text("Sex1"), BirthDate = birth,
            ValidFrom = result.Date("InsuredCardValidDate") ?? result.Date("QualificationDate"), ValidTo = LastDay(result),
            RatioPercent = result.Number("InsuredPartialContributionRatio") ?? elderly?.Number("ElderlyRecipientContributionRatio"),
            LimitClass = limit?.Text("LimitApplicationCertificateClassificationFlag"),
            LimitFrom = limit?.Date("LimitApplicationCertificateValidStartDate"), LimitTo = limit?.Date("LimitApplicationCertificateValidEndDate"),
        };
    }

    /// <summary>資格喪失日 itself is no longer covered (健康保険法第36条: lost on the day after); 有効終了日 still is.</summary>
    private static DateOnly? LastDay(Block result) {
        var expires = result.Date("InsuredCardExpirationDate");
        var lost = result.Date("DisqualificationDate") is { } day && day > DateOnly.MinValue ? day.AddDays(-1) : (DateOnly?)null;
        return expires is null || lost < expires ? lost ?? expires : expires;
    }
}
