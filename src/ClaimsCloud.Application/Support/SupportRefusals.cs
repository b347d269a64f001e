using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Support;

internal static class SupportRefusals {
    public static readonly Refusal InvalidReport = new("invalid-report", "症状を選び、様子を400文字まで、連絡のつく時間を100文字までで書いてください。", 400);
    public static readonly Refusal NamesAPatient = new("names-a-patient", "利用者の名前か、6桁以上の番号が入っています。コンダクトへは利用者の情報を送れません。消してから送ってください。", 400);
    public static readonly Refusal InvalidReply = new("invalid-reply", "返事の内容を読み取れません。", 400);
    public static readonly Refusal IsOver = new("request-closed", "この相談は終わっています。続きがあるときは、新しく相談してください。", 409);
}
