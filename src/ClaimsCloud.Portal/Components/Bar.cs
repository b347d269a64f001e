using ClaimsCloud.Portal.Words;

namespace ClaimsCloud.Portal.Components;

public sealed record Bar(string Label, long Value, Tone Tone);
