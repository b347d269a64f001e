namespace ClaimsCloud.Domain.Onboarding;

/// <param name="Areas">Prefectures; empty where no source states them.</param>
public sealed record PartnerTerms(string Key, string Name, IReadOnlyList<string> Connections, IReadOnlyList<string> Areas);

/// <param name="Lines">One of them is enough; empty: any.</param>
/// <param name="Buildings">Empty: any.</param>
public sealed record PartnerRule(string Key, IReadOnlyList<string> Lines, IReadOnlyList<string> Buildings, string Connection, string Reason);

/// <summary>What the choice looks at.</summary>
/// <param name="Lines">All that the station has or plans; values of <see cref="BookTables.Lines"/>.</param>
/// <param name="UseLine">The one it wants to use, when it was asked; null before.</param>
public sealed record StationSite(string Prefecture, IReadOnlyList<string> Lines, string Building, string? UseLine);

/// <param name="AreaStated">False: no source says which prefectures the partner covers; ask before it is introduced.</param>
public sealed record PartnerCandidate(string Partner, string Name, string Connection, IReadOnlyList<string> Reasons, bool AreaStated);

public sealed record PartnerExclusion(string Partner, string Name, string Reason);

/// <summary>What must be known first, or why nobody can be named.</summary>
/// <param name="Code">PC01 prefecture, PC02 line, PC03 two ways, PC04 line against building, PC05 nobody in the area.</param>
/// <param name="Field">Of the application that answers it.</param>
public sealed record AdviceQuestion(string Code, string Field, string Message, string Fix);

/// <param name="Questions">While there is one, nobody is chosen.</param>
public sealed record PartnerAdvice(IReadOnlyList<PartnerCandidate> Candidates, IReadOnlyList<PartnerExclusion> Excluded, IReadOnlyList<AdviceQuestion> Questions) {
    public bool IsDecided => Questions.Count == 0;
}

/// <summary>Which partners can serve a station, and why; the rules are rows of the book.</summary>
public static class PartnerChoice {
    public static PartnerAdvice For(StationSite site, OnboardingBook book) {
        var questions = new List<AdviceQuestion>();
        if (BookTables.Prefectures.All(p => p.Value != site.Prefecture))
            questions.Add(new("PC01", "prefecture", "都道府県が分かりません。", "住所の都道府県を選んでください。"));
        var lines = site.UseLine is { } use && site.Lines.Contains(use) ? [use] : site.Lines;
        var matched = book.Rules.Where(r => Fits(r, lines, site.Building)).ToList();
        var ways = matched.Select(r => r.Connection).Distinct().ToList();
        if (ways.Count == 0) questions.Add(new("PC02", "lines", "今の回線では、接続方式を決められません。", "フレッツ光をこれから契約するか、契約中の回線があるかを確かめて、回線を選び直してください。"));
        else if (ways.Count > 1 && matched.Any(r => r.Lines.Count == 0))
            questions.Add(new("PC04", "building", "終端装置を設置できない建物とありますが、光回線も選ばれています。", "終端装置がすでに付いているかを確かめて、回線か建物のどちらかを直してください。"));
        else if (ways.Count > 1)
            questions.Add(new("PC03", "useLine", "IP-VPN接続とIPsec+IKE接続の両方の回線があります。", "請求と資格確認に使う回線を1つ選んでください。"));

        var (candidates, excluded) = (new List<PartnerCandidate>(), new List<PartnerExclusion>());
        foreach (var partner in book.Partners) {
            var ways2 = ways.Where(partner.Connections.Contains).ToList();
            if (ways2.Count == 0) excluded.Add(new(partner.Key, partner.Name, $"{string.Join('・', partner.Connections.Select(c => BookTables.Label(BookTables.Connections, c)))}だけを扱うため。"));
            else if (partner.Areas.Count > 0 && !partner.Areas.Contains(site.Prefecture)) excluded.Add(new(partner.Key, partner.Name, $"{(site.Prefecture.Length == 0 ? "この住所" : site.Prefecture)}は担当地域の外のため。"));
            else candidates.AddRange(ways2.Select(way => new PartnerCandidate(partner.Key, partner.Name, way, Reasons(way, partner), partner.Areas.Count > 0)));
        }
        if (questions.Count == 0 && candidates.Count == 0) questions.Add(new("PC05", "prefecture", "この住所を担当する導入支援事業者がありません。", "住所を確かめてください。正しいときは、決まりごとの担当地域を確かめ、コンダクトが個別に手配します。"));
        return new(candidates, excluded, questions);

        List<string> Reasons(string way, PartnerTerms partner) => [.. matched.Where(r => r.Connection == way).Select(r => r.Reason),
            partner.Areas.Count == 0 ? "担当地域は記載がないため、紹介の前に確かめてください。" : $"{site.Prefecture}は担当地域です。"];
    }

    private static bool Fits(PartnerRule rule, IReadOnlyList<string> lines, string building) =>
        (rule.Lines.Count == 0 || rule.Lines.Any(lines.Contains)) && (rule.Buildings.Count == 0 || rule.Buildings.Contains(building));
}
