namespace ClaimsCloud.Domain.Returns.Work;

/// <summary>Who does something, and when. A person's or device's id, or <c>system</c>.</summary>
public sealed record Deed(string Actor, DateTimeOffset At);

/// <param name="Evidence">What proves it: a hash, the key that agreed, or a person's words. Never empty.</param>
public sealed record WorkStep(WorkState From, WorkState To, string Actor, DateTimeOffset At, string Evidence);

/// <summary>A claim that takes the place of the returned one; after a split there are several, perhaps in files for different payers.</summary>
/// <param name="File">Id of the claim file.</param>
/// <param name="Claim">Position in it, from 1.</param>
/// <param name="Sealed">SHA-256 of the file once it is sealed, else null.</param>
/// <param name="Answered">SHA-256 of the acceptance list that did not refuse it, else null.</param>
/// <param name="Confirmed">SHA-256 of the list that says it is claimed, else null.</param>
public sealed record Replacement(string File, int Claim, string? Sealed = null, string? Answered = null, string? Confirmed = null);

/// <summary>A move that is not allowed: both states, and why in Japanese.</summary>
public sealed record ForbiddenMove(WorkState From, WorkState To, string Why);

/// <summary>The work after a move, or why there was none. Exactly one of the two is there.</summary>
public sealed record WorkResult(ReturnWork? Work, ForbiddenMove? Forbidden);

/// <summary>
/// The work on one returned claim as a state machine. It is never changed: each move gives a new one with one more step, or a <see cref="ForbiddenMove"/>. Green
/// (<see cref="WorkState.Confirmed"/>) is reached in one way only: every replacement sealed, answered and confirmed, each with its hash.
/// </summary>
public sealed record ReturnWork(WorkState State, IReadOnlyList<Replacement> Replacements, IReadOnlyList<WorkStep> Steps) {
    public static readonly ReturnWork New = new(WorkState.Unlinked, [], []);

    /// <summary>It is settled which claim came back, or that none of ours did.</summary>
    /// <param name="evidence">What agreed, or what the person said.</param>
    public WorkResult Link(Deed by, string evidence) => State == WorkState.Unlinked ? Move(WorkState.Open, by, evidence) : Forbid(WorkState.Open);

    public WorkResult Take(Deed by) => State == WorkState.Open ? Move(WorkState.InProgress, by, "担当になりました。") : Forbid(WorkState.InProgress);

    public WorkResult Release(Deed by) => State == WorkState.InProgress ? Move(WorkState.Open, by, "担当を外れました。") : Forbid(WorkState.Open);

    /// <summary>These claims take its place.</summary>
    public WorkResult Correct(Deed by, string evidence, params IReadOnlyList<(string File, int Claim)> replacements) {
        ArgumentNullException.ThrowIfNull(replacements);
        return replacements.Count == 0 || replacements.Distinct().Count() != replacements.Count ? Forbid(WorkState.Corrected, "訂正したレセプトを1件以上、重なりなく指定してください。")
            : Move(WorkState.Corrected, by, evidence, [.. replacements.Select(r => new Replacement(r.File, r.Claim))]);
    }

    /// <summary>One more claim belongs to it: the returned claim was split.</summary>
    public WorkResult Add(Deed by, string file, int claim) => State != WorkState.Corrected ? Forbid(WorkState.Corrected)
        : Replacements.Any(r => r.File == file && r.Claim == claim) ? Forbid(WorkState.Corrected, "このレセプトはすでに含まれています。")
        : Step(WorkState.Corrected, by, $"分けて請求するレセプト（{claim}番）を加えました。", [.. Replacements, new(file, claim)]);

    /// <summary>The correction does not stand: taken back, refused or left out.</summary>
    public WorkResult Withdraw(Deed by, string why) => State is WorkState.Corrected or WorkState.Sent or WorkState.Answered
        ? Move(WorkState.InProgress, by, why, []) : Forbid(WorkState.InProgress);

    public WorkResult FileSealed(Deed by, string file, string sha256) =>
        Proven(file, WorkState.Corrected, WorkState.Sent, r => r.Sealed is null, r => r with { Sealed = sha256 }, r => r.Sealed is not null, by, sha256);

    /// <param name="listSha256">Of the acceptance list.</param>
    public WorkResult FileAnswered(Deed by, string file, string listSha256) =>
        Proven(file, WorkState.Sent, WorkState.Answered, r => r.Sealed is not null && r.Answered is null, r => r with { Answered = listSha256 }, r => r.Answered is not null, by, listSha256);

    /// <param name="listSha256">Of the list of confirmed claims.</param>
    public WorkResult FileConfirmed(Deed by, string file, string listSha256) =>
        Proven(file, WorkState.Answered, WorkState.Confirmed, r => r.Answered is not null && r.Confirmed is null, r => r with { Confirmed = listSha256 }, r => r.Confirmed is not null, by, listSha256);

    /// <param name="note">What the person did; not empty.</param>
    public WorkResult GoOnPaper(Deed by, string note) => string.IsNullOrWhiteSpace(note) ? Forbid(WorkState.OnPaper, "いつ、どこへ送ったかを書いてください。") : Move(WorkState.OnPaper, by, note);

    /// <param name="note">Why; not empty.</param>
    public WorkResult GiveUp(Deed by, string note) => string.IsNullOrWhiteSpace(note) ? Forbid(WorkState.GivenUp, "請求しない理由を書いてください。") : Move(WorkState.GivenUp, by, note);

    public WorkResult Reopen(Deed by) => State is WorkState.OnPaper or WorkState.GivenUp ? Move(WorkState.InProgress, by, "対応を再開しました。") : Forbid(WorkState.InProgress);

    /// <summary>Evidence about one file: noted at its replacements; the state moves when all replacements have theirs.</summary>
    private WorkResult Proven(string file, WorkState from, WorkState to, Func<Replacement, bool> due, Func<Replacement, Replacement> note, Func<Replacement, bool> done, Deed by, string evidence) {
        if (State != from && !(State > WorkState.InProgress && State < to)) return Forbid(to);
        if (!Replacements.Any(r => r.File == file && due(r))) return Forbid(to, "このファイルの証拠を待っているレセプトはありません。");
        IReadOnlyList<Replacement> noted = [.. Replacements.Select(r => r.File == file && due(r) ? note(r) : r)];
        return State == from && noted.All(done) ? Step(to, by, evidence, noted) : Step(State, by, evidence, noted);
    }

    private WorkResult Move(WorkState to, Deed by, string evidence, IReadOnlyList<Replacement>? replacements = null) =>
        WorkStates.MayMove(State, to) ? Step(to, by, evidence, replacements ?? Replacements) : Forbid(to);

    private WorkResult Step(WorkState to, Deed by, string evidence, IReadOnlyList<Replacement> replacements) =>
        new(new(to, replacements, [.. Steps, new(State, to, by.Actor, by.At, evidence)]), null);

    private WorkResult Forbid(WorkState to, string? why = null) =>
        new(null, new(State, to, why ?? $"状態「{State.Japanese()}」から「{to.Japanese()}」へは進めません。"));
}
