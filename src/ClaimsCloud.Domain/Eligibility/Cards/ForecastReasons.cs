using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>Why a claim would not come through, in the words of the person who can do something about it.</summary>
internal sealed class ForecastReasons(int? ageDays) {
    private readonly List<Finding> _findings = [];

    public int? AgeDays => ageDays;
    public ForecastOutcome Worst { get; private set; } = ForecastOutcome.Ready;
    public IReadOnlyList<Finding> Findings => _findings;

    public void Overlap() => Add("EQ0501", ForecastOutcome.Hold, "同じ日に有効な保険証が二つあります。", "どちらの資格を使うかを決め、もう一方の有効期間を直してください。");

    public void Uncovered(int visits) =>
        Add("EQ0502", ForecastOutcome.Hold, $"有効な保険証のない日の訪問が{visits}日あります。", "新しい資格を確認してから請求してください。期限の切れた保険証では請求しません。");

    public void Split(IEnumerable<DateOnly> dates) => Note("EQ0503", Severity.Hint, Verdict.Fail,
        $"月の途中で資格が変わりました（{string.Join("、", dates.Select(JapaneseEra.Format))}から）。レセプトを資格ごとに分けます。", "対応は不要です。");

    public void NoAnswer() => Unconfirmed("EQ0504", "資格確認の回答がありません。", "請求の前に資格確認をしてください。");

    public void LaterVisits(int visits) => Unconfirmed("EQ0505", $"最後の資格確認より後の訪問が{visits}日あります{Age}。", "請求の前に、もう一度資格確認をしてください。");

    public void Invalid(string? reason, int visitsAfter) => Add("EQ0506", visitsAfter > 0 ? ForecastOutcome.Hold : ForecastOutcome.Ready,
        $"資格は無効です{(reason is null ? "" : $"（{reason}）")}{Age}。資格のない日の訪問は{visitsAfter}日です。", "利用者に新しい保険証かマイナンバーカードを見せてもらい、もう一度照会してください。");

    public void Replaced(int visitsAfter) => Add("EQ0507", visitsAfter > 0 ? ForecastOutcome.Hold : ForecastOutcome.LikelyReturn,
        $"資格は無効で、新しい資格があります{Age}。", "回答の有効期間を見て、新しい資格を台帳に登録してください。");

    public void NotFound() => Unconfirmed("EQ0508", $"該当する資格が見つかりません{Age}。無効という意味ではありません。",
        "①記号・番号・生年月日の入力を確かめる。②保険者の登録が済んでいないことがあるため、翌日にもう一度照会する。③資格確認書などで確認し、その日付を残す。");

    public void Several() => Add("EQ0509", ForecastOutcome.Hold, $"該当する資格が複数あります{Age}。", "どの資格を使うかを決めてください。自動では選びません。");

    public void TicketMissing() => Add("EQ0510", ForecastOutcome.LikelyReturn, $"医療扶助は有効ですが、医療券が登録されていません{Age}。", "福祉事務所に連絡し、医療券の登録を頼んでください。");

    public void NotUnderstood() => Unconfirmed("EQ0511", $"回答の資格有効性が読み取れません{Age}。", "もう一度照会してください。");

    public void OtherCard() => Add("EQ0512", ForecastOutcome.LikelyReturn, $"台帳の保険証と回答の資格が違います{Age}。", "違いの一覧を見て、台帳を直してください。");

    public void OutsideAnswered() => Add("EQ0513", ForecastOutcome.Hold, $"回答の有効期間に入らない訪問があります{Age}。", "回答の有効期間と台帳の有効期間を確かめてください。");

    public void LaterCard() => Unconfirmed("EQ0514", $"回答の資格は、この月の最後の訪問より後に始まっています{Age}。", "訪問した日に有効だった資格を、保険者か利用者に確かめてください。");

    public void NoAidAnswer() => Unconfirmed("EQ0515", "医療扶助の資格確認の回答がありません。", "医療券を福祉事務所で確かめ、請求の前に医療扶助の資格を確認してください。");

    public void NoAid() => Add("EQ0516", ForecastOutcome.LikelyReturn, $"医療扶助の資格が確かめられません{Age}。", "福祉事務所に、この月の医療扶助と医療券を確かめてください。");

    private string Age => ageDays switch { null => "", 0 => "（回答は今日）", var days => $"（回答は{days}日前）" };

    private void Add(string code, ForecastOutcome outcome, string message, string fix) {
        Note(code, outcome switch { ForecastOutcome.Hold => Severity.ClaimRefused, ForecastOutcome.LikelyReturn => Severity.LikelyReturn, _ => Severity.Hint }, Verdict.Fail, message, fix);
        Raise(outcome);
    }

    private void Unconfirmed(string code, string message, string fix) {
        Note(code, Severity.LikelyReturn, Verdict.NotChecked, message, fix);
        Raise(ForecastOutcome.NotConfirmed);
    }

    private void Raise(ForecastOutcome outcome) => Worst = outcome > Worst ? outcome : Worst;

    private void Note(string code, Severity severity, Verdict verdict, string message, string fix) =>
        _findings.Add(new(code, severity, verdict, Place.WholeFile, message, fix, OqsFindings.Source));
}
