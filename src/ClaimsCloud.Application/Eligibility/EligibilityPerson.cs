using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Cards;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>What is known of one patient's card check, over all months. What differs is not kept: it follows from the answer and the month's rows as they are.</summary>
/// <param name="AskId">The first request of the last question; null before the first.</param>
/// <param name="Problem">Why the records make no request, Japanese; null when they do.</param>
/// <param name="Answer">The newest answer that says something of a card.</param>
/// <param name="AnswerKey">The file it came in.</param>
/// <param name="ConsentAt">When the newest answer came that the patient's own card gave.</param>
/// <param name="History">Every answer, newest first; the files are kept as they came.</param>
/// <param name="Refused">Values of the newest answer that a person refused, <c>Field=value</c>.</param>
internal sealed record EligibilityPerson(string Patient, string? AskId, DateTimeOffset? AskedAt, string? Problem, EligibilityAnswer? Answer, string? AnswerKey, DateTimeOffset? ConsentAt,
    IReadOnlyList<AnswerSeen> History, IReadOnlyList<string> Refused, IReadOnlyList<DecisionSeen> Decisions) {
    public static readonly DocumentIndex<EligibilityPerson> All = new("all", p => IdPart(p.Patient));
    public static readonly DocumentKind<EligibilityPerson> Kind = new("eligibility-person", All);

    public static EligibilityPerson New(string patient) => new(patient, null, null, null, null, null, null, [], [], []);

    /// <summary>Goes to the terminal and comes back with the answer: it means nothing to anybody else.</summary>
    public static string IdOf(string patient, TenantScope tenant) => IdPart($"{tenant.Id.Value}\n{patient}");

    private static string IdPart(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
