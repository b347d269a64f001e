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
/// <param name="History">The newest answers, newest first; every file is kept as it came.</param>
/// <param name="Refused">Values of the newest answer that a person refused, <c>Field=value</c>.</param>
internal sealed record EligibilityPerson(string Patient, string? AskId, DateTimeOffset? AskedAt, string? Problem, EligibilityAnswer? Answer, string? AnswerKey, DateTimeOffset? ConsentAt,
    IReadOnlyList<AnswerSeen> History, IReadOnlyList<string> Refused, IReadOnlyList<DecisionSeen> Decisions) {
    /// <summary>So many are written in one commit, with a history that is as long as it gets.</summary>
    public const int InOneCommit = 25;
    private const int MostSeen = 100;

    /// <summary>The newest answer of 医療扶助, which comes apart from the insurance's; null before the first.</summary>
    public EligibilityAnswer? Aid { get; init; }

    /// <summary>The last registration of her 照会番号, which is this document's id; null before the first.</summary>
    public NumberAsked? Number { get; init; }

    /// <summary>Holds that a person took on herself.</summary>
    public IReadOnlyList<HoldReleased> Releases { get; init; } = [];

    public static readonly DocumentIndex<EligibilityPerson> All = new("all", p => IdPart(p.Patient));
    public static readonly DocumentKind<EligibilityPerson> Kind = new("eligibility-person", All);

    public static EligibilityPerson New(string patient) => new(patient, null, null, null, null, null, null, [], [], []);

    /// <summary>The person after an answer. An older one than the newest is history only.</summary>
    /// <param name="consentAt">Null: it came without the patient's own card.</param>
    public EligibilityPerson Heard(EligibilityAnswer told, string contentKey, DateTimeOffset at, DateTimeOffset? consentAt, bool isAid) {
        AnswerSeen seen = new(contentKey, at, (isAid ? "医療扶助 " : "") + PersonViews.Word(told.Validity), told.ConfirmedOn);
        var heard = this with { History = [seen, .. History.Take(MostSeen - 1)], ConsentAt = consentAt ?? ConsentAt };
        if (isAid) return told.ConfirmedOn < Aid?.ConfirmedOn ? heard : heard with { Aid = told };
        return told.ConfirmedOn < Answer?.ConfirmedOn ? heard : heard with { Answer = told, AnswerKey = contentKey };
    }

    /// <summary>Null while nobody lets the month's held claims go, and again as soon as another answer is there.</summary>
    public HoldReleased? ReleaseOf(string month) => Releases.FirstOrDefault(r => r.Month == month && r.AnswerKey == AnswerKey);

    /// <summary>Goes to the terminal and comes back with the answer: it means nothing to anybody else.</summary>
    public static string IdOf(string patient, TenantScope tenant) => IdPart($"{tenant.Id.Value}\n{patient}");

    private static string IdPart(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}

/// <summary>照会番号 that was to be registered.</summary>
/// <param name="Card">That it is registered for, <see cref="CardText.KeyOf"/>: another card is registered anew.</param>
internal sealed record NumberAsked(string Card, string AskId, DateTimeOffset At, NumberState State);

internal enum NumberState {
    Asked,
    Registered,
    /// <summary>The server did not take it; for this card it is not asked again.</summary>
    Refused,
}

/// <summary>A person lets a held claim go: for this month, and as long as no other answer comes.</summary>
/// <param name="AnswerKey">Of the answer that she looked at; null when there was none.</param>
internal sealed record HoldReleased(string Month, string? AnswerKey, string Actor, string Why, DateTimeOffset At);
