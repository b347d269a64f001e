using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Desk;

internal static class DeskRefusals {
    public static readonly Refusal InvalidContract = new("invalid-contract", "導入事業者、回線、受付時間（始まりは終わりより前）、応答と復旧の時間（1〜200）を指定してください。", 400);
    public static readonly Refusal InvalidSwitch = new("invalid-switch", "機能と、切り替える理由（200文字まで）を指定してください。", 400);
    public static readonly Refusal InvalidMove = new("invalid-move", "操作の内容を読み取れません。", 400);
    public static readonly Refusal NoContract = new("no-contract", "保守契約が登録されていません。ステーションの画面で登録してから、手配してください。", 409);
    public static readonly Refusal NoCitation = new("no-citation", "回答には、根拠になる機器の記録か手引きのページを1つ以上選んでください。", 400);
    public static readonly Refusal NoteMissing = new("note-missing", "内容を400文字までで書いてください。", 400);
    public static readonly Refusal InvalidIncident = new("invalid-incident", "障害の名称（100文字まで）と、当てはまる症状を1つ以上指定してください。", 400);

    /// <param name="from">What the states are called on the screen.</param>
    public static Refusal IllegalMove(string from, string to) => new("illegal-transition", $"状態「{from}」から「{to}」へは進めません。", 409);
}
