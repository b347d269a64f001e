using ClaimsCloud.Contracts;
using static ClaimsCloud.Contracts.ClaimFileState;

namespace ClaimsCloud.Portal.Words;

internal static class FileStates {
    public static string Word(ClaimFileRow file) => file.State switch {
        Received => "点検待ち",
        Checking => "点検中",
        Checked => file.Errors > 0 ? "要修正" : "封印待ち",
        Unreadable => "読み取れません",
        Sealed => "送付待ち",
        Fetched => "送付中",
        Placed or SeenUnchanged => file.Payer == CareWords.Payer ? "伝送ソフトに受け渡し済み" : "端末に配置済み",
        PlaceRefused => "配置できません",
        Answered => file.Payer == CareWords.Payer ? "審査結果あり" : "受付結果あり",
        _ => file.Payer == CareWords.Payer ? "決定済み" : "請求確定",
    };

    public static Tone Tone(ClaimFileRow file) => file.State switch {
        Checked => file.Errors > 0 ? Words.Tone.Bad : Words.Tone.Info,
        Unreadable or PlaceRefused => Words.Tone.Bad,
        Sealed or Fetched => Words.Tone.Info,
        Placed or SeenUnchanged or Answered => Words.Tone.Warn,
        Confirmed => Words.Tone.Good,
        _ => Words.Tone.Quiet,
    };

    /// <summary>True while the page should look again by itself.</summary>
    public static bool IsMoving(ClaimFileState state) => state is Received or Checking or Sealed or Fetched or Placed;

    public static bool IsChecking(ClaimFileState state) => state is Received or Checking;
}
