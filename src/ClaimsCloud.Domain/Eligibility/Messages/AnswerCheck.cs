using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>A request that lies in a terminal's folder.</summary>
/// <param name="PlacedAt">When it was placed, Japanese time.</param>
public sealed record PlacedRequest(OqsRequest Request, DateTime PlacedAt);

/// <summary>Whether an answer is ours, is about whom we asked, and can be of this time. An answer that fails is put aside with its bytes, never applied.</summary>
public static class AnswerCheck {
    private const string PutAside = "ファイルは使わずに取り置きました。資格確認端末の設定と、ほかの製品が同じフォルダーを使っていないかを確かめてください。";

    /// <summary>What holds for every answer, asked for or pushed by a card reader.</summary>
    /// <param name="stationCode">Our own 医療機関コード, 10 digits.</param>
    /// <param name="now">Japanese time.</param>
    public static IReadOnlyList<Finding> Inspect(OqsAnswer answer, string stationCode, DateTime now) {
        ArgumentNullException.ThrowIfNull(answer);
        var findings = new OqsFindings();
        if (!answer.Damaged) Common(answer, stationCode, now, findings);
        return findings.All;
    }

    /// <summary>The same, and whether it answers this request.</summary>
    public static IReadOnlyList<Finding> Inspect(OqsAnswer answer, PlacedRequest asked, DateTime now) {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(asked);
        var findings = new OqsFindings();
        if (answer.Damaged) return [];
        Common(answer, asked.Request.StationCode, now, findings);
        Correlation(answer, asked, findings);
        if (answer.Progress == AnswerProgress.Done) People(answer, asked.Request, findings);
        return findings.All;
    }

    private static void Common(OqsAnswer answer, string stationCode, DateTime now, OqsFindings findings) {
        if (answer.StationCode is null) findings.AddUnchecked("EQ0202", Severity.Query, answer.Header.Line, "医療機関コード", "医療機関コードのない回答です。自分のステーションのものか確かめられません。", PutAside);
        else if (answer.StationCode != stationCode) findings.Refuse("EQ0201", "別の医療機関・ステーションへの回答です。", PutAside, answer.Header.Line);
        if (answer.ProcessedAt > now + OqsLimits.ClockSkew) findings.Refuse("EQ0206", "処理日時が未来の回答です。", "資格確認端末の時計を確かめてください。", answer.Header.Line);
        foreach (var value in answer.Body.Everything().Where(v => v.NeverFuture && IsFuture(v.Text, now)))
            findings.Add("EQ0207", Severity.Query, value.Line, value.Japanese, $"「{value.Japanese}」が未来の日付です。", "保険者に確かめるまで、この値は使わないでください。");
    }

    private static bool IsFuture(string text, DateTime now) =>
        Block.ParseTime(text) is { } time ? time > now + OqsLimits.ClockSkew : Block.ParseDate(text) is { } day && day > DateOnly.FromDateTime(now + OqsLimits.ClockSkew);

    private static void Correlation(OqsAnswer answer, PlacedRequest asked, OqsFindings findings) {
        var request = asked.Request;
        if (answer.Name.Family != request.Family || answer.Name.Step != request.Step || answer.Name.Role != OqsFileRole.Answer)
            findings.Refuse("EQ0208", "照会したものと種類の違う回答です。", PutAside);
        if (request is MarkedRequest { Identifier: var mark }) {
            if (answer.Identifier is null) findings.AddUnchecked("EQ0204", Severity.Query, answer.Header.Line, "任意のファイル識別子", "識別子のない回答です。どの照会への回答か、ファイル名だけで判断しています。", "利用者を確かめてから使ってください。");
            else if (answer.Identifier != mark) findings.Refuse("EQ0203", "識別子が照会したものと違う回答です。", PutAside, answer.Header.Line);
        }
        if (request is FetchRequest { ReceptionNumber: var reception } && answer.Header.Text("ReceptionNumber") is { } echoed && echoed != reception)
            findings.Refuse("EQ0203", "受付番号が照会したものと違う回答です。", PutAside, answer.Header.Line);
        if (answer.ProcessedAt < asked.PlacedAt - OqsLimits.ClockSkew)
            findings.Refuse("EQ0205", "照会より前に処理された回答です。古い回答が残っていたか、端末の時計がずれています。", PutAside, answer.Header.Line);
    }

    private static void People(OqsAnswer answer, OqsRequest request, OqsFindings findings) {
        if (request is SingleCheckRequest { Person: var person }) foreach (var unit in answer.Units) Same(unit, person, findings);
        if (answer.Header.Number("NumberOfProcessingResult") is { } told && told != answer.Units.Count)
            findings.Add("EQ0212", Severity.LikelyReturn, answer.Header.Line, "処理件数", "処理件数と回答の件数が違います。", "足りない人をもう一度照会してください。");
    }

    /// <summary>Who of a bulk answer is who of its first request: each key once, and the card that was asked for.</summary>
    /// <param name="people">Of the first request, each with a key of her own; the fetching request names nobody.</param>
    public static IReadOnlyList<Finding> InspectPeople(OqsAnswer answer, IReadOnlyList<CardSearch> people) {
        ArgumentNullException.ThrowIfNull(answer);
        var findings = new OqsFindings();
        var waiting = people.ToDictionary(p => p.PersonKey ?? "", StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in answer.Units) {
            var key = KeyOf(unit);
            if (key is null || !waiting.TryGetValue(key, out var person)) findings.Add("EQ0210", Severity.Query, unit.Block.Line, "任意の識別子", "照会していない人の回答です。", "この人の回答は使いません。");
            else if (!seen.Add(key)) findings.Add("EQ0211", Severity.Query, unit.Block.Line, "任意の識別子", "同じ人の回答が二つあります。", "どちらが正しいかを確かめてください。");
            else Same(unit, person, findings);
        }
        foreach (var _ in waiting.Keys.Where(k => !seen.Contains(k)))
            findings.AddUnchecked("EQ0213", Severity.Query, null, null, "照会したのに回答のない人がいます。", "もう一度照会してください。");
        return findings.All;
    }

    /// <summary>Our key of the person, as echoed.</summary>
    public static string? KeyOf(AnswerUnit unit) {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Asked?.Text("ArbitraryIdentifier") ?? unit.Results.Select(r => r.Text("ArbitraryIdentifier")).FirstOrDefault(k => k is not null);
    }

    /// <summary>False when the unit echoes another card than the one asked for, or tells of somebody born on another day: it may not be used.</summary>
    public static bool IsAbout(AnswerUnit unit, CardSearch person) {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(person);
        return OtherEcho(unit, person) is null && !OtherBirth(unit, person);
    }

    private static Block? OtherEcho(AnswerUnit unit, CardSearch person) => unit.Asked is { } echo
        && (echo.Text("InsurerNumber")?.Trim() != person.InsurerNumber || echo.Text("InsuredIdentificationNumber") != person.Number || echo.Date("Birthdate") != person.BirthDate) ? echo : null;

    private static bool OtherBirth(AnswerUnit unit, CardSearch person) => unit.Results.Any(r => r.Date("Birthdate") is { } born && born != person.BirthDate);

    private static void Same(AnswerUnit unit, CardSearch person, OqsFindings findings) {
        if (OtherEcho(unit, person) is { } echo)
            findings.Add("EQ0209", Severity.LikelyReturn, echo.Line, "照会条件", "照会した人と違う条件の回答です。", "この人の回答は使わず、もう一度照会してください。");
        if (OtherBirth(unit, person))
            findings.Add("EQ0209", Severity.LikelyReturn, unit.Block.Line, "生年月日", "照会した人と生年月日の違う回答です。", "利用者台帳の生年月日を確かめてください。");
    }
}
