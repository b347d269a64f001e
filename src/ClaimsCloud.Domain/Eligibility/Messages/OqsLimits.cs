namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>
/// Figures that no source gives: named here so that they are changed in one place when the official 外部インターフェイス仕様書 is at hand. Each is our own
/// choice on the safe side.
/// </summary>
public static class OqsLimits {
    /// <summary>Bytes of a file about one person. Unknown: the official limit.</summary>
    public const int SingleFile = 4 << 20;

    /// <summary>Bytes of a bulk answer, unpacked. Ten thousand people need some 25 MB.</summary>
    public const int BulkFile = 48 << 20;

    /// <summary>People in one bulk request. Unknown: the official limit.</summary>
    public const int PeopleInBulk = 500;

    /// <summary>How far the clocks of terminal and site may be apart before an answer is doubted.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>How long a site waits for the answer about one person (30 s in the field).</summary>
    public static readonly TimeSpan SingleWait = TimeSpan.FromSeconds(30);

    /// <summary>How long a site waits for a step of a bulk request (3 min in the field).</summary>
    public static readonly TimeSpan BulkWait = TimeSpan.FromMinutes(3);

    /// <summary>First pause before asking again for a bulk answer that is still being made; doubled each time up to <see cref="LongestPause"/>.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>A bulk answer that is not made after this long is a matter for a person.</summary>
    public static readonly TimeSpan BulkPatience = TimeSpan.FromMinutes(15);
}
