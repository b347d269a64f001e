namespace ClaimsCloud.Domain.Returns.Work;

/// <summary>How far a returned claim has come on its way back to the payer.</summary>
public enum WorkState {
    /// <summary>照合待ち: which claim of ours came back is not settled.</summary>
    Unlinked,
    /// <summary>対応待ち.</summary>
    Open,
    /// <summary>対応中: a person has taken it.</summary>
    InProgress,
    /// <summary>訂正済み: the claims that take its place stand in claim files.</summary>
    Corrected,
    /// <summary>送信待ち: the files with all of them are sealed.</summary>
    Sent,
    /// <summary>受付結果あり: the payer took all of them.</summary>
    Answered,
    /// <summary>再請求確定: every one of them is claimed, with the payer's list as evidence. The only green end.</summary>
    Confirmed,
    /// <summary>紙で対応: a person says that it went back on paper.</summary>
    OnPaper,
    /// <summary>請求しない: a person gave the money up.</summary>
    GivenUp,
}

/// <summary>The states in words, and which may follow which; everything else is refused by name.</summary>
public static class WorkStates {
    private static readonly Dictionary<WorkState, WorkState[]> Allowed = new() {
        [WorkState.Unlinked] = [WorkState.Open],
        [WorkState.Open] = [WorkState.InProgress, WorkState.Corrected, WorkState.OnPaper, WorkState.GivenUp],
        [WorkState.InProgress] = [WorkState.Open, WorkState.Corrected, WorkState.OnPaper, WorkState.GivenUp],
        // Back to InProgress: the person takes the correction back, or the payer refused it.
        [WorkState.Corrected] = [WorkState.InProgress, WorkState.Sent],
        [WorkState.Sent] = [WorkState.InProgress, WorkState.Answered],
        [WorkState.Answered] = [WorkState.InProgress, WorkState.Confirmed],
        [WorkState.Confirmed] = [],
        [WorkState.OnPaper] = [WorkState.InProgress],
        [WorkState.GivenUp] = [WorkState.InProgress],
    };

    public static bool MayMove(WorkState from, WorkState to) => Allowed[from].Contains(to);

    /// <summary>True while the money is neither claimed again nor given up by a person's word.</summary>
    public static bool IsAtRisk(this WorkState state) => state is not (WorkState.Confirmed or WorkState.OnPaper or WorkState.GivenUp);

    public static string Japanese(this WorkState state) => state switch {
        WorkState.Unlinked => "照合待ち", WorkState.Open => "対応待ち", WorkState.InProgress => "対応中", WorkState.Corrected => "訂正済み", WorkState.Sent => "送信待ち",
        WorkState.Answered => "受付結果あり", WorkState.Confirmed => "再請求確定", WorkState.OnPaper => "紙で対応", WorkState.GivenUp => "請求しない",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>As JSON names it.</summary>
    public static string Name(this WorkState state) => state switch {
        WorkState.Unlinked => "unlinked", WorkState.Open => "open", WorkState.InProgress => "in-progress", WorkState.Corrected => "corrected", WorkState.Sent => "sent",
        WorkState.Answered => "answered", WorkState.Confirmed => "confirmed", WorkState.OnPaper => "on-paper", WorkState.GivenUp => "given-up",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
