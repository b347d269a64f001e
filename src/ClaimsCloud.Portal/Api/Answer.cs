using System.Diagnostics.CodeAnalysis;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Api;

/// <summary>What the functions host said: a value, or a refusal of its closed set. An outage is neither: it throws.</summary>
internal sealed class Answer<T> where T : class {
    private readonly T? value;
    private readonly Refusal? refusal;

    private Answer(T? value, Refusal? refusal) => (this.value, this.refusal) = (value, refusal);

    public static Answer<T> Of(T value) => new(value, null);

    public static Answer<T> Refused(Refusal refusal) => new(null, refusal);

    public bool Succeeded([NotNullWhen(true)] out T? answered, [NotNullWhen(false)] out Refusal? refused) {
        (answered, refused) = (value, refusal);
        return value is not null;
    }
}
