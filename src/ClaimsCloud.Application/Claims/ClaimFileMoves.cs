using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using static ClaimsCloud.Contracts.ClaimFileState;

namespace ClaimsCloud.Application.Claims;

/// <summary>Which state may follow which. Everything else is a refusal that names both, whoever asks.</summary>
internal static class ClaimFileMoves {
    private static readonly Dictionary<ClaimFileState, ClaimFileState[]> Allowed = new() {
        [Received] = [Checking],
        [Checking] = [Checked, Unreadable],
        // A person changed what is checked, and lets it be checked again.
        [Checked] = [Sealed, Received],
        [Unreadable] = [],
        [Sealed] = [Fetched, PlaceRefused],
        [Fetched] = [Placed, PlaceRefused],
        [Placed] = [SeenUnchanged, PlaceRefused, Answered],
        [SeenUnchanged] = [Answered],
        // A person cleared the obstacle and seals once more: the same bytes, a new job.
        [PlaceRefused] = [Sealed],
        // The payer may say more than once what it thinks of a file.
        [Answered] = [Answered, Confirmed],
        [Confirmed] = [],
    };

    public static bool MayMove(ClaimFileState from, ClaimFileState to) => Allowed[from].Contains(to);

    /// <summary>The only way to another state; <paramref name="evidence"/> is appended, never replaced.</summary>
    public static Outcome<ClaimFile> Move(this ClaimFile file, ClaimFileState to, params ReadOnlySpan<ChainLink> evidence) =>
        MayMove(file.State, to) ? file with { State = to, Chain = [.. file.Chain, .. evidence] } : Illegal(file.State, to);

    /// <summary>Evidence that arrived after the file had already gone further: it is kept, the state stays.</summary>
    public static ClaimFile WithLateEvidence(this ClaimFile file, ChainLink evidence) => file with { Chain = [.. file.Chain, evidence] };

    public static Refusal Illegal(ClaimFileState from, ClaimFileState to) => Refusals.IllegalMove(NameOf(from), NameOf(to));

    private static string NameOf(ClaimFileState state) => state switch {
        Received => "取込済み", Checking => "点検中", Checked => "点検済み", Unreadable => "読取不能", Sealed => "封印済み", Fetched => "端末受取済み",
        Placed => "端末配置済み", SeenUnchanged => "配置確認済み", PlaceRefused => "配置失敗", Answered => "受付結果あり", _ => "請求確定",
    };
}
