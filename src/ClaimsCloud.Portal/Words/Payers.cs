using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

internal static class Payers {
    public static string Word(string? payer) => payer switch { "1" => "社会保険（支払基金）", "2" => "国民健康保険（国保連合会）", CareWords.Payer => "介護保険（国保連合会）", _ => "請求先不明" };

    public static string Short(string? payer) => payer switch { "1" => "社会保険", "2" => "国民健康保険", CareWords.Payer => "介護保険", _ => "請求先不明" };

    public static string Answer(ClaimRow claim) => claim.PayerAnswer switch { "accepted" => "受付", "attention" => "要確認", "refused" => "受付不能", _ => "結果待ち" };

    public static Tone AnswerTone(ClaimRow claim) => claim.PayerAnswer switch { "accepted" => Tone.Good, "attention" => Tone.Warn, "refused" => Tone.Bad, _ => Tone.Quiet };
}
