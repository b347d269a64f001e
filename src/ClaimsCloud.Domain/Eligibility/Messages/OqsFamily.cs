namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>Messages of the オンライン資格確認 file interface whose layout is known.</summary>
public enum OqsFamily {
    /// <summary>資格確認: one person by the card's own data. Results that a card reader pushes have the same form.</summary>
    SingleCheck,
    /// <summary>資格確認一括照会: many people.</summary>
    BulkCheck,
    /// <summary>照会番号登録: the station's own number for one person.</summary>
    NumberRegistration,
    /// <summary>照会番号一括登録.</summary>
    BulkNumberRegistration,
    /// <summary>同意済資格情報一括取得（訪問診療等）: who gave consent at home, by date of consent.</summary>
    ConsentedVisits,
    /// <summary>医療扶助の資格情報の一括取得, by month.</summary>
    MedicalAid,
}
