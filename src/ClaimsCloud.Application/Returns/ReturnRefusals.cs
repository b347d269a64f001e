using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Returns;

internal static class ReturnRefusals {
    public static readonly Refusal ClaimMissing = new("claim-missing", "指定されたレセプトは請求ファイルにありません。", 400);
    public static readonly Refusal IsNamed = new("is-named", "このファイルの種類は変えられません。", 409);
    public static readonly Refusal KindUnknown = new("kind-unknown", "ファイルの種類を選んでください。", 400);
    public static readonly Refusal MoveUnknown = new("move-unknown", "この操作はありません。", 400);
    public static readonly Refusal NotChecked = new("not-checked", "点検が終わった請求ファイルだけ再請求にできます。", 409);
    public static readonly Refusal PayerUnknown = new("payer-unknown", "どの審査支払機関のファイルかを選んでください。", 400);
}
