using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Returns;

internal static class AnswerFindings {
    public static Finding NumberUnknown(int line) => new("RT0009", Severity.FileRefused, Verdict.Fail, new(null, null, line, null, "レセプト番号"),
        "請求したファイルにないレセプト番号です。", "どの請求の結果かを、オンライン請求システムの画面で確かめてください。", "請求ファイルとの照合");
}
