using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Exchange;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>
/// Understands a file of the interface and does what follows from it: a result is fetched, an answer goes to its people. People and months are written first, each safe
/// to repeat; the last commit says that the file is done.
/// </summary>
internal static class ImportAnswer {
    private const int MostFindings = 50;

    public static async Task Handle(Received<EligibilityFileReceived> message, TenantScope tenant, CancellationToken stop) {
        var id = message.Body.ContentKey;
        if (await tenant.Documents.Get(AnswerFile.Kind, id, stop) is not null) return;
        var edge = (await tenant.Documents.Get(EdgeFile.Kind, id, stop) ?? throw new IOException($"Edge file {id} is missing.")).Value;
        var name = OqsFileName.Parse(edge.Name)!;
        var ask = await AskOf(name, tenant, stop);
        var bytes = await tenant.BlobBytes(edge.Blob, stop);
        var batch = tenant.Batch().Consume(message);
        var file = new AnswerFile(edge.Name, edge.Receipt.At, edge.Blob, ask?.Id, AnswerOutcomes.Used, "", []);
        if (name.Extension == "err") file = Refusal(file, ErrFile.Read(bytes), ask, batch);
        else file = await Understand(file, id, AnswerReader.Read(name, bytes), ask, batch, tenant, stop);
        if (await tenant.Commit(batch.Create(AnswerFile.Kind, id, file), stop) == CommitResult.Conflict) throw new IOException($"The file {id} was overtaken.");
    }

    private static async Task<Stored<Ask>?> AskOf(OqsFileName name, TenantScope tenant, CancellationToken stop) {
        // A request that somebody sent up is no answer to itself.
        var request = (name with { Role = OqsFileRole.Request, Extension = "xml" }).ToString();
        return name.Role == OqsFileRole.FaceResult || name is { Role: OqsFileRole.Request, Extension: not "err" } ? null
            : (await tenant.Documents.Query(new IndexQuery<Ask>(Ask.Kind, Ask.ByFile, IndexRange.Exactly(request), QueryOrder.Ascending, 1), stop)).Items is [var ask] ? ask : null;
    }

    private static AnswerFile Refusal(AnswerFile file, ErrFile refusal, Stored<Ask>? ask, Batch batch) {
        if (ask is not null) batch.Replace(ask, ask.Value with { State = AskState.Failed, Detail = $"連携アプリケーションが受け付けませんでした（{refusal.Code ?? "コードなし"}）。" });
        return file with { Outcome = AnswerOutcomes.Refused, Reason = $"連携アプリケーションが受け付けませんでした（{refusal.Code ?? "コードなし"} {refusal.Message}）。", Findings = Rows(refusal.Findings) };
    }

    private static async Task<AnswerFile> Understand(AnswerFile file, string id, OqsAnswer answer, Stored<Ask>? ask, Batch batch, TenantScope tenant, CancellationToken stop) {
        if (answer.Name.Role != OqsFileRole.FaceResult && ask is null) return file with { Outcome = AnswerOutcomes.PutAside, Reason = "照会していない回答です。使わずに取り置きました。", Findings = Rows(answer.Findings) };
        var request = ask is null ? null : await AskFiles.Read(ask.Value, tenant, stop);
        var now = tenant.Now.InJapan();
        Finding[] findings = [.. answer.Findings, .. request is not null ? AnswerCheck.Inspect(answer, new PlacedRequest(request, ask!.Value.At.InJapan()), now)
            : await Station(tenant, stop) is { } station ? AnswerCheck.Inspect(answer, station, now) : []];
        file = file with { Findings = Rows(findings) };
        if (findings.Any(f => f.Severity == Severity.FileRefused)) return Failed(file, ask, batch, AnswerOutcomes.PutAside, "回答を使えません。ファイルは取り置きました。");
        if (answer.Progress is AnswerProgress.Failed or AnswerProgress.Unknown || answer.Name.Family is null)
            return Failed(file, ask, batch, AnswerOutcomes.Refused, $"異常終了の回答です（{answer.Header.Text("ErrorCode") ?? "コードなし"}）。");
        if (answer is { Progress: AnswerProgress.Processing } or { Name.CarriesResults: false }) return await Fetch(file, answer, ask!, request!, batch, tenant, stop);
        return answer.Name.Family is OqsFamily.NumberRegistration or OqsFamily.BulkNumberRegistration ? await Registered(file, answer, ask!, batch, tenant, stop)
            : await Answered(file, id, answer, ask, request, batch, tenant, stop);
    }

    private static async Task<AnswerFile> Answered(AnswerFile file, string id, OqsAnswer answer, Stored<Ask>? ask, OqsRequest? request, Batch batch, TenantScope tenant, CancellationToken stop) {
        var people = await AnswerPeople.Of(answer, ask, request, tenant, stop);
        await HearAnswers.Apply(id, file.ReceivedAt, answer, people.Known, tenant, stop);
        if (people.Known.Count > 0) batch.Send(new CardsKnown());
        var taken = $"{people.Known.Count}人分の回答を取り込みました。";
        if (ask is not null) batch.Replace(ask, ask.Value with { State = AskState.Answered, Detail = taken });
        if (answer.Name.Family == OqsFamily.ConsentedVisits && await AnswerPeople.Root(ask!.Value, tenant, stop) is ConsentedVisitsRequest { To: var to }
            && await tenant.EligibilityStation(stop) is { } settings && !(settings.Value.ConsentPulledUntil >= to)) batch.Replace(settings, settings.Value with { ConsentPulledUntil = to });
        file = file with { Findings = [.. file.Findings, .. Rows(people.Findings)], Unmatched = people.Unmatched };
        return people.Unmatched.Count == 0 ? file with { Reason = taken } : file with { Outcome = AnswerOutcomes.Unmatched, Reason = AnswerFile.Waiting(people.Unmatched.Count) };
    }

    private static async Task<AnswerFile> Registered(AnswerFile file, OqsAnswer answer, Stored<Ask> ask, Batch batch, TenantScope tenant, CancellationToken stop) {
        var (registered, refused) = await HearRegistrations.Apply(answer, ask.Value, tenant, stop);
        var reason = $"照会番号を{registered}人分登録しました。{(refused > 0 ? $"{refused}人分は登録されませんでした。" : "")}";
        batch.Replace(ask, ask.Value with { State = AskState.Answered, Detail = reason });
        return file with { Reason = reason };
    }

    /// <summary>The result of many people is fetched by its 受付番号, ever slower, and not for ever.</summary>
    private static async Task<AnswerFile> Fetch(AnswerFile file, OqsAnswer answer, Stored<Ask> ask, OqsRequest request, Batch batch, TenantScope tenant, CancellationToken stop) {
        var fetches = ask.Value.Step == 1 ? 0 : ask.Value.Fetches + 1;
        if ((answer.ReceptionNumber ?? (request as FetchRequest)?.ReceptionNumber) is not { } number) return Failed(file, ask, batch, AnswerOutcomes.Refused, "受付番号のない回答です。");
        if (FetchPlan.NextPause(fetches, tenant.Now - ask.Value.RootAt) is not { } pause) return Failed(file, ask, batch, AnswerOutcomes.Refused, "一括の結果が時間内にできませんでした。もう一度照会してください。");
        batch.Replace(ask, ask.Value with { State = AskState.Answered, Detail = "結果を待っています。" });
        var root = await tenant.Documents.Get(Ask.Kind, ask.Value.RootId, stop) ?? throw new IOException($"The request {ask.Value.RootId} is missing.");
        // The id follows from the file: a repeated delivery makes the same request, not a second one.
        var fetchId = $"{ask.Value.RootId}.{fetches}";
        var next = await AskFiles.Prepare(new FetchRequest(request.StationCode, request.Family, number), fetchId, tenant.Now + pause, ask.Value.People, null, (root.Id, root.Value), fetches, tenant, stop);
        if (await tenant.Documents.Get(Ask.Kind, fetchId, stop) is null && await tenant.Commit(next, stop) != CommitResult.Committed) throw new IOException($"The request {fetchId} was made twice at once.");
        return file with { Reason = "受け付けられました。結果を待っています。" };
    }

    private static AnswerFile Failed(AnswerFile file, Stored<Ask>? ask, Batch batch, string outcome, string reason) {
        if (ask is not null) batch.Replace(ask, ask.Value with { State = AskState.Failed, Detail = reason });
        return file with { Outcome = outcome, Reason = reason };
    }

    private static async Task<string?> Station(TenantScope tenant, CancellationToken stop) =>
        (await tenant.NewestMonths(stop)) is [var month, ..] && await tenant.Sheet(month.Id, null, stop) is { } sheet ? sheet.Value.OqsStation() : null;

    private static Contracts.FindingRow[] Rows(IEnumerable<Finding> findings) => [.. findings.Take(MostFindings).Select(f => FindingRows.Of(f))];
}
