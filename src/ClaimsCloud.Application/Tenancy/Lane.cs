using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>
/// Who delivers one queue of a scope, written down where processes come and go (<see cref="OutboxWakes"/>); the pump of a process that stays keeps it in
/// memory (<see cref="OutboxLane"/>). It lies in the scope itself.
/// </summary>
/// <param name="Holder">Empty when nobody does.</param>
/// <param name="Until">A holder that lives says so again before this time.</param>
/// <param name="Message">What the holder has in its hands. If it is still there when another takes over, the holder died with it.</param>
/// <param name="Again">Somebody was turned away meanwhile: the holder looks once more before it leaves.</param>
internal sealed record Lane(string Holder, DateTimeOffset Until, string? Message, bool Again) {
    public static readonly DocumentKind<Lane> Kind = new("lane");
    public static readonly Lane Free = new("", DateTimeOffset.MinValue, null, Again: false);

    /// <summary>A time further away than a holder ever says was written by another clock, and would hold the lane for as long as that one was ahead.</summary>
    public bool IsHeld(DateTimeOffset now) => Holder.Length > 0 && Until > now && Until <= now + 2 * LaneHold.Life;
}
