using System.Text.Json.Serialization;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>What a station asks. Written by <see cref="RequestWriter"/>.</summary>
/// <param name="StationCode">医療機関コード, 10 digits: prefecture 2, 点数表 6, code 7.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SingleCheckRequest), "single-check"), JsonDerivedType(typeof(BulkCheckRequest), "bulk-check"), JsonDerivedType(typeof(FetchRequest), "fetch")]
[JsonDerivedType(typeof(NumberRegistrationRequest), "number-registration"), JsonDerivedType(typeof(BulkNumberRegistrationRequest), "bulk-number-registration")]
[JsonDerivedType(typeof(ConsentedVisitsRequest), "consented-visits"), JsonDerivedType(typeof(MedicalAidRequest), "medical-aid")]
public abstract record OqsRequest(string StationCode) {
    [JsonIgnore]
    public abstract OqsFamily Family { get; }

    /// <summary>1, or 2 for what fetches a bulk answer.</summary>
    [JsonIgnore]
    public virtual int Step => 1;
}

/// <summary>A request that carries our own mark, which the answer echoes.</summary>
/// <param name="Identifier">任意のファイル識別子: 1–50 letters, digits and hyphens; unique, and without meaning to anybody else.</param>
public abstract record MarkedRequest(string StationCode, string Identifier) : OqsRequest(StationCode);

/// <summary>限度額適用認定証提供同意: whether the person agreed to show the limit class.</summary>
public enum LimitConsent {
    NotGiven,
    Given,
}

/// <summary>照会条件: one card, as printed on it.</summary>
/// <param name="InsurerNumber">1–8 digits, without padding.</param>
/// <param name="Symbol">記号, at most 20 characters; null when the card has none.</param>
/// <param name="Number">番号, at most 20 characters.</param>
/// <param name="Branch">枝番, 2 digits; null when the card has none (後期高齢者).</param>
/// <param name="PersonKey">Our key of the person in a bulk request, echoed; without meaning to anybody else. Null in single requests.</param>
public sealed record CardSearch(string InsurerNumber, string? Symbol, string Number, string? Branch, DateOnly BirthDate, LimitConsent LimitConsent, string? PersonKey);

/// <summary>資格確認 of one person.</summary>
/// <param name="On">資格確認日: the day to confirm for.</param>
public sealed record SingleCheckRequest(string StationCode, string Identifier, DateOnly On, CardSearch Person) : MarkedRequest(StationCode, Identifier) {
    [JsonIgnore]
    public override OqsFamily Family => OqsFamily.SingleCheck;
}

/// <summary>資格確認一括照会, first step. Each person carries a key of her own.</summary>
public sealed record BulkCheckRequest(string StationCode, string Identifier, DateOnly On, IReadOnlyList<CardSearch> People) : MarkedRequest(StationCode, Identifier) {
    [JsonIgnore]
    public override OqsFamily Family => OqsFamily.BulkCheck;
}

/// <summary>Second step of any bulk request: fetch the answer.</summary>
/// <param name="ReceptionNumber">受付番号 of the first answer, as it came.</param>
public sealed record FetchRequest(string StationCode, OqsFamily Of, string ReceptionNumber) : OqsRequest(StationCode) {
    [JsonIgnore]
    public override OqsFamily Family => Of;

    [JsonIgnore]
    public override int Step => 2;
}

/// <summary>照会番号 to be registered for one card.</summary>
/// <param name="ReferenceNumber">照会番号: the station's own number of the person, at most 50 characters.</param>
public sealed record CardRegistration(string ReferenceNumber, string InsurerNumber, string? Symbol, string Number, string? Branch);

/// <summary>照会番号登録.</summary>
public sealed record NumberRegistrationRequest(string StationCode, string Identifier, CardRegistration Person) : MarkedRequest(StationCode, Identifier) {
    [JsonIgnore]
    public override OqsFamily Family => OqsFamily.NumberRegistration;
}

/// <summary>照会番号一括登録, first step.</summary>
public sealed record BulkNumberRegistrationRequest(string StationCode, string Identifier, IReadOnlyList<CardRegistration> People) : MarkedRequest(StationCode, Identifier) {
    [JsonIgnore]
    public override OqsFamily Family => OqsFamily.BulkNumberRegistration;
}

/// <summary>同意済資格情報一括取得（訪問診療等）, first step: everybody who gave consent in these days.</summary>
public sealed record ConsentedVisitsRequest(string StationCode, string Identifier, DateOnly From, DateOnly To) : MarkedRequest(StationCode, Identifier) {
    [JsonIgnore]
    public override OqsFamily Family => OqsFamily.ConsentedVisits;
}

/// <summary>医療扶助の資格情報の一括取得, first step.</summary>
/// <param name="Month">診療年月.</param>
public sealed record MedicalAidRequest(string StationCode, string Identifier, ServiceMonth Month) : MarkedRequest(StationCode, Identifier) {
    [JsonIgnore]
    public override OqsFamily Family => OqsFamily.MedicalAid;
}
