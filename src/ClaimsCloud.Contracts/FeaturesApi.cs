using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

/// <summary>Routes of the switches by which the vendor opens a part of the product to one station at a time.</summary>
public static class FeatureRoutes {
    /// <summary>GET: every <see cref="FeatureRow"/> of the station. POST a <see cref="FeatureSwitch"/>, engineers only; the answer is the same list.</summary>
    public const string Features = "desk/stations/{stationId}/features";
}

/// <summary>A part of the product that a station can be without. What stands outside of these is never switched off.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Feature>))]
public enum Feature {
    /// <summary>オンライン資格確認: its pages, and asking by itself.</summary>
    Eligibility,
    /// <summary>One patient's data given out and erased, legal holds. The daily run of retention goes on.</summary>
    PersonalData,
}

/// <param name="At">When it was switched last; null: never, it is on as from the beginning.</param>
/// <param name="Why">What the engineer gave as the reason.</param>
public sealed record FeatureRow(Feature Feature, bool On, DateTimeOffset? At, string? Why);

/// <param name="Why">1 to 200 characters.</param>
public sealed record FeatureSwitch(Feature? Feature, bool On, string? Why);
