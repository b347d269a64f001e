namespace ClaimsCloud.Testing.Oqs;

/// <summary>What can go wrong at the terminal, by name. Switched on, a fault stays until it is switched off.</summary>
/// <param name="Japanese">For training.</param>
public sealed record OqsFault(string Name, string Japanese) {
    public static readonly OqsFault Stopped = new("stopped", "連携アプリケーションが止まっていて、要求を取りに来ない");
    public static readonly OqsFault Silent = new("silent", "要求を取っていくが、回答しない");
    public static readonly OqsFault Slow = new("slow", "回答がすぐには出ない");
    public static readonly OqsFault Split = new("split", "回答が少しずつ書かれる");
    public static readonly OqsFault Truncated = new("truncated", "回答が途中で切れている");
    public static readonly OqsFault WrongEncoding = new("wrong-encoding", "UTF-8と宣言してShift_JISで書く");
    public static readonly OqsFault ErrFile = new("err-file", "要求を受け付けず、.errを返す");
    public static readonly OqsFault Encrypted = new("encrypted", "暗号化されたZIPで回答する");
    public static readonly OqsFault Zipped = new("zipped", "一括の結果をZIPで回答する");
    public static readonly OqsFault StillProcessing = new("still-processing", "一括の結果がまだできていない");
    public static readonly OqsFault ServerError = new("server-error", "異常終了（処理結果区分9）で回答する");
    public static readonly OqsFault OtherStation = new("other-station", "別のステーションへの回答が出る");
    public static readonly OqsFault OtherIdentifier = new("other-identifier", "違う識別子で回答する");
    public static readonly OqsFault OtherPerson = new("other-person", "違う人の条件で回答する");
    public static readonly OqsFault OldAnswer = new("old-answer", "照会より前の処理日時で回答する");
    public static readonly OqsFault FutureAnswer = new("future-answer", "未来の処理日時で回答する");
    public static readonly OqsFault ForeignFiles = new("foreign-files", "ほかの製品のファイルが同じフォルダーにある");

    public static IReadOnlyList<OqsFault> All { get; } = [
        Stopped, Silent, Slow, Split, Truncated, WrongEncoding, ErrFile, Encrypted, Zipped, StillProcessing, ServerError, OtherStation, OtherIdentifier, OtherPerson,
        OldAnswer, FutureAnswer, ForeignFiles,
    ];
}
