namespace ClaimsCloud.Testing.OnlineClaims;

/// <summary>What can go wrong, by name. Switched on, a fault stays until it is switched off.</summary>
/// <param name="Japanese">For the page of the simulator.</param>
public sealed record Fault(string Name, string Japanese) {
    public static readonly Fault RefuseClaim = new("refuse-claim", "最初のレセプトを受付不能にする");
    public static readonly Fault QueryClaim = new("query-claim", "最後のレセプトを要確認にする");
    public static readonly Fault ListTruncated = new("list-truncated", "受付結果リストが途中で切れている");
    public static readonly Fault ListDelayed = new("list-delayed", "受付結果リストがすぐには出ない");
    public static readonly Fault ListWrittenSlowly = new("list-written-slowly", "受付結果リストが少しずつ書かれる");
    public static readonly Fault ListTwice = new("list-twice", "同じ受付結果リストが別の名前でもう一度出る");
    public static readonly Fault ForeignFile = new("foreign-file-in-out-folder", "送信フォルダーに別のファイルが先にある");
    public static readonly Fault OutFolderMissing = new("out-folder-missing", "送信フォルダーがない");
    public static readonly Fault PlacedFileChanged = new("placed-file-changed", "置いたファイルが書き換えられる");
    public static readonly Fault WrongStationList = new("wrong-station-list", "別のステーションの受付結果リストが出る");
    public static readonly Fault EmptyList = new("empty-list-file", "受付結果リストが空のファイルで出る");
    /// <summary>At the PC under the connector, not in the closed network: whoever runs the connector has to look (<see cref="OnlineClaimsSystem.Has"/>).</summary>
    public static readonly Fault LineCut = new("line-cut", "PC のインターネットが切れる");
    public static readonly Fault DiskFull = new("disk-full", "PC の空き容量がなくなる");
    public static readonly Fault ClockOff = new("clock-off", "PC の時計が1日遅れる");

    public static IReadOnlyList<Fault> All { get; } = [
        RefuseClaim, QueryClaim, ListTruncated, ListDelayed, ListWrittenSlowly, ListTwice, ForeignFile, OutFolderMissing, PlacedFileChanged, WrongStationList, EmptyList, LineCut, DiskFull, ClockOff,
    ];
}
