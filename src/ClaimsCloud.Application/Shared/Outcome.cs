using System.Diagnostics.CodeAnalysis;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Shared;

/// <summary>What was asked for, or the refusal that says why not. Nothing else: an outage throws.</summary>
public readonly record struct Outcome<T> where T : class {
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }
    public Refusal? Refusal { get; }

    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal) {
        (value, refusal) = (Value, Refusal);
        return value is not null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
