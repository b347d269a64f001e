namespace ClaimsCloud.Application.Shared;

/// <summary>A message at its handler. It may come twice and in any order; <see cref="Batch.Consume"/> in the commit of its effect makes it count once.</summary>
/// <param name="From">The scope whose commit sent it, from the envelope.</param>
public sealed record Received<T>(string Id, ScopeName From, T Body) where T : class;
