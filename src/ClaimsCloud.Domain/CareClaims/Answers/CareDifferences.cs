namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>The kinds of disagreement between our claims and the lists of 国保連合会.</summary>
public static class CareDifferences {
    private const string Ask = "連合会から届いた一覧と請求ファイルを見比べ、合わないときは連合会に確かめてください。";

    public static CareDifference NotOurs(CareAnswerLine line) => new("CA01", line.ReviewMonth, 0, $"{Title(line.Kind)}の1件に対応する請求が、ここから渡したファイルにありません（{line.ServiceMonth}・種類{line.ServiceType}）。",
        "ほかの方法で送った請求なら、このままで構いません。");

    public static CareDifference Undecided(CareAnswerLine line, int claims, long yen) => new("CA02", line.ReviewMonth, line.Yen - yen,
        $"支払決定額内訳書の{line.ServiceMonth}・種類{line.ServiceType}は{line.Claims:N0}件・{line.Yen:N0}円ですが、請求からは{claims:N0}件・{yen:N0}円になります。支払済みにしていません。", Ask);

    public static CareDifference Withdrawal(CareAnswerLine line, long yen) => new("CA03", line.ReviewMonth, line.Yen + yen, $"過誤の額は{-line.Yen:N0}円ですが、支払われた額は{yen:N0}円です。", Ask);

    public static CareDifference HeldSentAgain(CareItem item) => new("CA04", item.ReviewMonth, 0, "保留中の請求を、もう一度送っています。", "保留の請求は送り直しません。二重の請求として返戻（ANN2・ANN4）になります。");

    public static CareDifference Sum(string reviewMonth, string what, long left, long right) => new("CA05", reviewMonth, left - right, $"{what}が合いません（{left:N0}円と{right:N0}円）。", Ask);

    public static CareDifference Count(string reviewMonth, string what, int told, int listed) => new("CA06", reviewMonth, 0, $"審査決定増減表の{what}は{told:N0}件ですが、一覧表では{listed:N0}件です。", "届いていない一覧表がないかを確かめてください。");

    public static CareDifference Unpriced(CareAnswerLine line) => new("CA07", line.ReviewMonth, 0, "査定のあとの額を、記録だけでは計算できません（公費が2つ以上あるか、月の一部だけです）。", Ask);

    private static string Title(CareAnswerKind kind) => kind switch {
        CareAnswerKind.Returned => "返戻", CareAnswerKind.Held => "保留", CareAnswerKind.Adjusted => "増減", CareAnswerKind.Withdrawn => "過誤", _ => "再審査",
    };
}
