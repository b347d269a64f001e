using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace ClaimsCloud.Testing;

/// <summary>The desk's work on cases through the portal's own forms, as a person does it.</summary>
/// <param name="page">The HTML of an address.</param>
/// <param name="post">Sends a form; where the answer leads (null when nowhere) and its HTML.</param>
public sealed partial class CaseDesk(Func<string, Task<string>> page, Func<string, HttpContent, Task<(string? Location, string Html)>> post) {
    /// <summary>Keys of the seven steps, in order.</summary>
    public static readonly string[] Steps = ["apply", "introduce", "order", "register", "install", "pay", "subsidise"];

    /// <summary>Hands an application in, or keeps it as a draft; answers its address.</summary>
    public async Task<string> Apply(string name, string code, bool handIn, params (string Field, string Value)[] other) {
        var answers = new Dictionary<string, string> {
            ["stationName"] = name, ["stationCode"] = code, ["prefecture"] = "東京都", ["address"] = "架空市1-2-3", ["contactName"] = "導入 花子", ["phone"] = $"03-{code[..4]}-{code[3..]}", ["email"] = $"s{code}@example.jp",
            ["lines"] = "flets", ["building"] = "fits",
        };
        foreach (var (field, value) in other) answers[field] = value;
        return await Lead("/apply", Form([.. answers.Select(a => ($"v-{a.Key}", a.Value)), ("act", handIn ? "handIn" : "save")]));
    }

    /// <summary>Number of the open case of a station.</summary>
    public async Task<string> Find(string code) => CaseLink().Match(await page($"/cases?search={code}")) is { Success: true } found ? found.Groups["id"].Value : throw new InvalidOperationException($"no case of {code}");

    public async Task Do(string caseId, string act, params (string Field, string Value)[] fields) =>
        await Lead($"/cases/{caseId}", Form([("act", act), ("revision", await Revision(caseId)), .. fields]));

    public async Task Paper(string caseId, string kind, string yen, string name = "書類.pdf", string? item = null) {
        var file = new ByteArrayContent("%PDF-1.4 見本"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        await Lead($"/cases/{caseId}/papers", new MultipartFormDataContent { { new StringContent("subsidy"), "part" }, { new StringContent(item ?? kind), item is null ? "kind" : "item" }, { new StringContent(yen), "yen" }, { file, "file", name } });
    }

    /// <summary>Opens the station; answers the address on which its first person sets her password.</summary>
    public async Task<string> HandOver(string caseId, string login) =>
        InvitationLink().Match((await post($"/cases/{caseId}/hand-over", Form([("revision", await Revision(caseId)), ("login", login)]))).Html) is { Success: true } found ? found.Value : throw new InvalidOperationException($"{caseId} was not handed over");

    public Task SetPassword(string invitation, string password) => post(invitation, Form([("password", password), ("again", password)]));

    /// <summary>Takes a new case forward to a step, with everything that lies on the way.</summary>
    public async Task<string> To(string step, string name, string code, DateOnly today, params (string Field, string Value)[] answers) {
        await Apply(name, code, handIn: true, answers);
        var caseId = await Find(code);
        foreach (var next in Steps.Skip(1).Take(Array.IndexOf(Steps, step))) {
            await Before(caseId, next, today);
            await Do(caseId, "move", ("to", next));
        }
        return caseId;
    }

    private async Task Before(string caseId, string next, DateOnly today) {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        switch (next) {
            case "order":
                await Do(caseId, "partner", ("choice", Choice().Match(await page($"/cases/{caseId}/answers")).Groups["value"].Value));
                await Do(caseId, "quote");
                break;
            case "register":
                await Do(caseId, "order", ("orderedOn", day), ("yen-setup", "410000"), ("yen-programs", "165000"), ("yen-maintenance", "3300"));
                await Do(caseId, "item", ("item", "8"), ("state", "done"));
                break;
            case "install":
                await Do(caseId, "item", ("item", "2"), ("state", "done"));
                break;
            case "pay":
                foreach (var item in (string[])["1", "3", "4", "5", "6", "7"]) await Do(caseId, "item", ("item", item), ("state", "done"));
                break;
            case "subsidise":
                await Do(caseId, "invoice", ("supplier", "partner"), ("number", "A-1"), ("issuedOn", day), ("paidOn", day), ("yen-setup", "410000"));
                await Do(caseId, "invoice", ("supplier", "conduct"), ("number", "C-1"), ("issuedOn", day), ("paidOn", day), ("yen-programs", "165000"));
                break;
            default: break;
        }
    }

    /// <summary>All papers of the subsidy but the last.</summary>
    public async Task AlmostAllPapers(string caseId) {
        foreach (var (kind, yen) in ((string, string)[])[("receipt|partner", "410000"), ("statement|partner", "410000"), ("receipt|conduct", "165000"), ("statement|conduct", "165000")]) await Paper(caseId, kind, yen);
    }

    private async Task<string> Revision(string caseId) => RevisionField().Match(await page($"/cases/{caseId}")).Groups["value"].Value;

    private async Task<string> Lead(string path, HttpContent form) => await post(path, form) is { Location: { } target } ? target : throw new InvalidOperationException($"{path} was not taken");

    private static FormUrlEncodedContent Form(IEnumerable<(string Field, string Value)> fields) => new(fields.Select(f => new KeyValuePair<string, string>(f.Field, f.Value)));

    [GeneratedRegex("href=\"/cases/(?<id>[0-9A-Z]{7})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaseLink();

    [GeneratedRegex("name=\"revision\" value=\"(?<value>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RevisionField();

    [GeneratedRegex("name=\"choice\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Choice();

    [GeneratedRegex("/apply/invitations/[0-9a-z]+", RegexOptions.None, 1000)]
    private static partial Regex InvitationLink();
}
