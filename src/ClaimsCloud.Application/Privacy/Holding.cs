namespace ClaimsCloud.Application.Privacy;

/// <summary>One thing of a station that is kept and goes as a whole.</summary>
/// <param name="Type">Of the <see cref="RetentionTable"/>.</param>
/// <param name="Id">Names no patient.</param>
/// <param name="Completed">The day from which its time counts.</param>
internal sealed record Holding(string Type, string Id, DateOnly Completed) {
    /// <summary>Key of the only patient it is about; null where it may be about several.</summary>
    public string? Patient { get; init; }

    /// <summary>Contents that are looked through for a patient, and removed with it.</summary>
    public IReadOnlyList<string> Blobs { get; init; } = [];

    /// <summary>Its document, where that may name a patient.</summary>
    public string? Text { get; init; }

    /// <summary>Japanese, why it is not at its end; null when it is.</summary>
    public string? NotYet { get; init; }

    public DateOnly Until => RetentionTable.Until(Type, Completed);

    public string Title => RetentionTable.Of(Type).Title;
}
