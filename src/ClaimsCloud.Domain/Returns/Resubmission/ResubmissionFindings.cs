using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims;

namespace ClaimsCloud.Domain.Returns.Resubmission;

/// <summary>Why a file of re-claims cannot be written, or what a person should know. No message holds patient data.</summary>
internal static class ResubmissionFindings {
    private const string Source = "電子レセプトの作成手引き（訪問看護）令和6年6月版 別紙1 p.65–66";
    private const string Decide = "どの返戻の再請求か、または一次請求かを指定してください。";

    public static IEnumerable<Finding> Of(RebuiltClaims file, IReadOnlyList<ReturnedClaim> returned) {
        if (file.StationCode is null) yield return File("RT0401", "請求ファイルがHM（訪問看護ステーション情報レコード）で始まっていません。", "請求年月を入れたHMで始まる請求ファイルを指定してください。");
        if (file.Claims.Count == 0) yield return File("RT0402", "請求ファイルにレセプト（RE）がありません。", "訂正後のレセプトを含む請求ファイルを指定してください。");
        if (!file.HasFooter) yield return File("RT0403", "請求ファイルの最後にGOがありません。ファイルが途中で切れている可能性があります。", "請求ファイルを作り直してください。");
        if (file.Strays.Count > 0) yield return File("RT0406", $"どのレセプトにも属さないレコードが{file.Strays[0].Line}行目にあります。", "HM・レセプト・GOの順に、1つのファイルにしてください。");
        if (file.StationCode is { } own && returned.Any(r => r.Header.StationCode is { } other && other != own))
            yield return File("RT0404", "返戻ファイルと請求ファイルの訪問看護ステーションコードが違います。", "同じステーションのファイルを指定してください。");
        if (file.Reasons.Count > 0)
            yield return Hint("RT0421", new(null, "HR", file.Reasons[0].Line, file.Reasons[0].Offset, null), $"請求ファイルに残っていた返戻理由（HR）{file.Reasons.Count}件を除きます。", "対応は不要です。");
    }

    /// <param name="linked">The returned claim that it fits, whether or not it can go back as its re-claim.</param>
    /// <param name="decided">True when a person said what the claim is.</param>
    public static IEnumerable<Finding> Of(PlannedClaim planned, ReturnedClaim? linked, bool decided) {
        var (claim, at) = (planned.Claim, planned.Claim.Claim.Place("RE"));
        if (planned.Return is { } answered) {
            if (answered.SearchNumber is null || answered.History.Lines.Count == 0)
                yield return Claim("RT0411", at, "返戻レセプトに検索番号または履歴管理ブロックがないため、オンラインで再請求できません。", "審査支払機関に確かめてください。");
            if (claim.History.Count > 0 && answered.History.FirstDifference(claim.History) is { } different) yield return HistoryChanged(claim, answered, different);
        } else if (linked is not null) {
            yield return Hint("RT0422", at, "審査支払機関が変わったため、検索番号と履歴を付けず一次請求として書きます。", "請求先が正しいことを確かめてください。");
        } else if (claim.History.Count > 0 && !decided) {
            yield return Claim("RT0414", at, "履歴管理ブロックがありますが、対応する返戻レセプトがありません。", Decide);
        }
    }

    public static Finding DecisionUnknown(LinkDecision decision) =>
        File("RT0405", $"指定（レセプト{decision.Claim}{(decision.Returned is { } number ? $"、返戻{number}" : "")}）が、ファイルにないか重なっています。", "番号を確かめてください。");
    public static Finding SearchNumberUnknown(Claim claim) =>
        Claim("RT0412", claim.Place("RE") with { Field = "検索番号" }, "検索番号が返戻ファイルにないか、2件以上あります。", "返戻ファイルの検索番号のままにするか、一次請求のときは空にしてください。");
    public static Finding NotCertain(Claim claim, IReadOnlyList<int> returned) =>
        Claim("RT0413", claim.Place("RE"), $"返戻{string.Join('・', returned)}の再請求かもしれませんが、はっきりしません。", Decide);
    public static Finding AnsweredTwice(Claim claim, int returned) =>
        Claim("RT0415", claim.Place("RE"), $"返戻{returned}の再請求が2件あります。", "再請求は1件だけです。分けて請求するときは、残りを一次請求にしてください。");
    public static Finding NotAnswered(int count) => Hint("RT0423", Place.WholeFile, $"返戻レセプト{count}件は、この請求ファイルにありません。", "別のファイルで再請求するか、取り下げの扱いを確かめてください。");

    public static Finding SentBefore(int count) => Hint("RT0424", Place.WholeFile, $"すでに請求したレセプト{count}件を除きました。", "もう一度請求するときは、そのレセプトを一次請求に指定してください。");
    public static Finding NothingToSend() => File("RT0407", "返戻への再請求も、まだ請求していないレセプトもありません。", "訂正後のレセプトを含む請求ファイルを指定してください。");

    private static Finding HistoryChanged(RebuiltClaim claim, ReturnedClaim answered, int index) {
        var place = index < claim.History.Count ? new Place(claim.Claim.Number, null, claim.History[index].Line, claim.History[index].Offset, null) : claim.Claim.Place("RE");
        var original = index < answered.History.Lines.Count ? $"返戻ファイルの{answered.History.Lines[index].Line}行目" : "返戻ファイル";
        return Claim("RT0416", place, $"履歴管理ブロックの{index + 1}行目が{original}と違います。", "履歴管理ブロックは1バイトも変えられません。請求ファイルから除くか、返戻ファイルのままにしてください。");
    }

    private static Finding File(string code, string message, string fix) => new(code, Severity.FileRefused, Verdict.Fail, Place.WholeFile, message, fix, Source);

    private static Finding Claim(string code, Place place, string message, string fix) => new(code, Severity.ClaimRefused, Verdict.Fail, place, message, fix, Source);

    private static Finding Hint(string code, Place place, string message, string fix) => new(code, Severity.Hint, Verdict.Fail, place, message, fix, Source);
}
