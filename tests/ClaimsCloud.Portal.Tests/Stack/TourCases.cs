using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>Cases in the states that a page can show, and a station that was opened from one of them.</summary>
internal sealed class TourCases : IDisposable {
    internal string Draft { get; private set; } = "";
    internal string HandedIn { get; private set; } = "";
    internal string Duplicate { get; private set; } = "";
    /// <summary>Just arrived, with a second application and a partner that cannot be named.</summary>
    internal string New { get; private set; } = "";
    internal string Installing { get; private set; } = "";
    internal string Subsidising { get; private set; } = "";
    internal string SheetImport { get; private set; } = "";
    internal string RefusedSheet { get; private set; } = "";
    internal Visitor Applicant { get; private set; } = null!;

    public static CaseDesk Desk(Visitor desk) => new(path => Pages.Html(desk, path), async (path, form) => {
        using var answer = await desk.Post(path, form);
        return (answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());
    });

    public static async Task<TourCases> Make(PortalStack stack, Visitor deskPerson) {
        var (cases, desk, today) = (new TourCases(), Desk(deskPerson), DateOnly.FromDateTime(PortalStack.Start.DateTime));
        cases.Draft = await desk.Apply("途中訪問看護ステーション", "8100001", handIn: false);
        cases.HandedIn = await desk.Apply(ClaimFiles.Markup, "8100002", handIn: true, ("lines", "flets;cable"), ("callDays", "1;3"), ("callFrom", "13:00"), ("callTo", "15:00"));
        cases.Duplicate = await desk.Apply("みどり訪問看護ステーション", "8100002", handIn: true);
        cases.New = await desk.Find("8100002");
        cases.Installing = await desk.To("install", "あおば訪問看護ステーション", "8100003", today);
        await desk.Do(cases.Installing, "blocker", ("text", "大家さんの工事の許可を待っています"), ("holder", "station"));
        cases.Subsidising = await desk.To("subsidise", "ひかり訪問看護ステーション", "8100004", today);
        await desk.AlmostAllPapers(cases.Subsidising);
        await desk.SetPassword(await desk.HandOver(cases.Installing, "applicant"), PortalStack.Password);
        cases.Applicant = await Visitor.SignedIn(stack.Address, "applicant", stack.Time.GetUtcNow());
        cases.SheetImport = await cases.SendBack(deskPerson, "工事日", "2024/11/20");
        cases.RefusedSheet = await cases.SendBack(deskPerson, "管理番号（変えないでください）", "XXXXXXX");
        return cases;
    }

    public void Dispose() => Applicant?.Dispose();

    /// <summary>The partner's sheet with one cell changed; answers the address of what it would change.</summary>
    private async Task<string> SendBack(Visitor desk, string title, string value) {
        var lines = (await Pages.Html(desk, "/cases/sheets/ntt-east?form=csv")).Split("\r\n").Select(l => l.Split(',')).ToList();
        lines.Single(l => l[0] == Installing)[Array.IndexOf(lines[1], title)] = value;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Select(l => string.Join(',', l))))), "file", "戻り.csv" } };
        using var answer = await desk.Post("/cases/sheets/ntt-east", form);
        return answer.Headers.Location!.ToString();
    }
}
