namespace ClaimsCloud.Domain.Eligibility.Exchange;

/// <summary>Where one request stands.</summary>
public enum ExchangeState {
    /// <summary>The intent is written down; the file may appear from now on.</summary>
    Created,
    /// <summary>The file was renamed into <c>req</c>, or may have been.</summary>
    Placed,
    /// <summary>The file was seen in <c>req</c> unchanged, or the terminal has taken it.</summary>
    Waiting,
    Answered,
    Refused,
    TimedOut,
    /// <summary>The outcome is with the cloud.</summary>
    Uploaded,
    /// <summary>Our own files are gone from the folders.</summary>
    Cleaned,
}

/// <summary>What happened to a request.</summary>
public enum ExchangeEvent {
    Placed,
    /// <summary>The connector starts again and cannot know whether the file was placed. It is never placed a second time.</summary>
    PlacingDoubted,
    /// <summary>Our file is in <c>req</c> as written, or no longer there.</summary>
    Verified,
    AnswerSeen,
    RefusalSeen,
    TimeRanOut,
    Uploaded,
    Cleaned,
}

/// <summary>How a request ended, as far as it has.</summary>
public enum ExchangeOutcome {
    Open,
    Answered,
    Refused,
    /// <summary>Nothing came in time. An answer that comes later still counts.</summary>
    TimedOut,
}

/// <summary>What an event did.</summary>
public enum ExchangeStep {
    Moved,
    /// <summary>The event tells what is known already.</summary>
    Unchanged,
    /// <summary>The event cannot be in this state; nothing moved.</summary>
    Forbidden,
}

/// <param name="Message">For a forbidden event: both states and the event, in Japanese; otherwise empty.</param>
public sealed record ExchangeMove(ExchangeStep Step, OqsExchange Exchange, string Message);

/// <summary>
/// One request from intent to clean folder: Created → Placed → Waiting → Answered | Refused | TimedOut → Uploaded → Cleaned. A quick answer may come before anybody
/// has looked (Placed → Answered). A time-out is no end: whatever state it led to, the answer is taken when it comes. Nothing leads back to Created, so nothing is ever asked twice by the same request.
/// </summary>
/// <param name="InDoubt">Nobody saw the file being placed.</param>
public sealed record OqsExchange(RequestName Name, ExchangeState State, ExchangeOutcome Outcome, bool InDoubt) {
    public static OqsExchange Create(RequestName name) => new(name, ExchangeState.Created, ExchangeOutcome.Open, InDoubt: false);

    /// <summary>True before the one attempt to place the file.</summary>
    public bool MayPlace => State == ExchangeState.Created;

    public ExchangeMove On(ExchangeEvent happened) => (State, happened) switch {
        (ExchangeState.Created, ExchangeEvent.Placed) => To(ExchangeState.Placed),
        (ExchangeState.Created, ExchangeEvent.PlacingDoubted) => Moved(this with { State = ExchangeState.Placed, InDoubt = true }),
        (ExchangeState.Placed, ExchangeEvent.Verified) => To(ExchangeState.Waiting),
        (ExchangeState.Placed or ExchangeState.Waiting, ExchangeEvent.TimeRanOut) => End(ExchangeState.TimedOut, ExchangeOutcome.TimedOut),
        (ExchangeState.Placed or ExchangeState.Waiting, ExchangeEvent.AnswerSeen) => End(ExchangeState.Answered, ExchangeOutcome.Answered),
        (ExchangeState.Placed or ExchangeState.Waiting, ExchangeEvent.RefusalSeen) => End(ExchangeState.Refused, ExchangeOutcome.Refused),
        (_, ExchangeEvent.AnswerSeen) when Outcome == ExchangeOutcome.TimedOut => End(ExchangeState.Answered, ExchangeOutcome.Answered),
        (_, ExchangeEvent.RefusalSeen) when Outcome == ExchangeOutcome.TimedOut => End(ExchangeState.Refused, ExchangeOutcome.Refused),
        (ExchangeState.Answered or ExchangeState.Refused or ExchangeState.TimedOut, ExchangeEvent.Uploaded) => To(ExchangeState.Uploaded),
        (ExchangeState.Uploaded, ExchangeEvent.Cleaned) => To(ExchangeState.Cleaned),
        _ => new(IsKnown(happened) ? ExchangeStep.Unchanged : ExchangeStep.Forbidden, this, IsKnown(happened) ? "" : Forbidden(happened)),
    };

    private ExchangeMove To(ExchangeState state) => Moved(this with { State = state });

    private ExchangeMove End(ExchangeState state, ExchangeOutcome outcome) => Moved(this with { State = state, Outcome = outcome });

    private static ExchangeMove Moved(OqsExchange exchange) => new(ExchangeStep.Moved, exchange, "");

    /// <summary>Folders are looked at again and again, and calls to the cloud may be repeated: the same news twice is no fault.</summary>
    private bool IsKnown(ExchangeEvent happened) => happened switch {
        ExchangeEvent.AnswerSeen => Outcome == ExchangeOutcome.Answered,
        ExchangeEvent.RefusalSeen => Outcome == ExchangeOutcome.Refused,
        ExchangeEvent.TimeRanOut => Outcome != ExchangeOutcome.Open,
        ExchangeEvent.Verified => State > ExchangeState.Placed,
        ExchangeEvent.Uploaded => State is ExchangeState.Uploaded or ExchangeState.Cleaned,
        ExchangeEvent.Cleaned => State == ExchangeState.Cleaned,
        _ => false,
    };

    private string Forbidden(ExchangeEvent happened) => $"「{State.Japanese()}」の照会に「{happened.Japanese()}」は起こりません。ファイルはそのまま残しました。";
}
