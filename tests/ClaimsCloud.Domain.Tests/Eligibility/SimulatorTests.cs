using ClaimsCloud.Domain.Eligibility.Exchange;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Domain.Tests.Eligibility;

/// <summary>The whole protocol against folders that misbehave, with our own messages and states.</summary>
public sealed class SimulatorTests : IDisposable {
    private static readonly DateOnly Day = new(2026, 4, 1);
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly OqsSimulator _terminal;

    public SimulatorTests() => _terminal = new(_folder.Path, _time, seed: 1);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_single_check_a_registration_and_a_face_result_go_round() {
        Ask(new NumberRegistrationRequest(Answers.Station, "EC1", new("000123", "999999", "12-34", "567", "01")), out var registered);
        Assert.True(Assert.Single(registered!.Units).IsProcessed);
        var request = new SingleCheckRequest(Answers.Station, "EC2", Day, Answers.Search(OqsPerson.Taro));
        Ask(request, out var answer);
        Assert.Empty(AnswerCheck.Inspect(answer!, new PlacedRequest(request, Now), Now));
        Assert.Equal("000123", answer!.Units[0].ReferenceNumber);
        var face = _terminal.PushFace(OqsPerson.Taro, Answers.Station);
        var pushed = AnswerReader.Read(OqsFileName.Parse(Path.GetFileName(face))!, File.ReadAllBytes(face));
        Assert.Empty(pushed.Findings);
        Assert.Empty(AnswerCheck.Inspect(pushed, Answers.Station, Now));
        Assert.Equal("000123", pushed.Units[0].ReferenceNumber);
    }

    public static TheoryData<OqsRequest, int> Bulks => new() {
        { new BulkCheckRequest(Answers.Station, "EC1", Day, [Answers.Search(OqsPerson.Taro, "u-1"), Answers.Search(OqsPerson.Hanako, "u-2")]), 2 },
        { new BulkNumberRegistrationRequest(Answers.Station, "EC1", [new("000123", "999999", null, "567", null)]), 1 },
        { new ConsentedVisitsRequest(Answers.Station, "EC1", Day, Day), 2 },
        { new MedicalAidRequest(Answers.Station, "EC1", ServiceMonth.Of(2026, 4)), 1 },
    };

    [Theory, MemberData(nameof(Bulks), DisableDiscoveryEnumeration = true)]
    public void A_bulk_request_is_received_made_and_fetched(OqsRequest request, int people) {
        Ask(request, out var received);
        var fetch = new FetchRequest(Answers.Station, request.Family, received!.ReceptionNumber!);
        _terminal.Inject("still-processing");
        Ask(fetch, out var early);
        Assert.Equal(AnswerProgress.Processing, early!.Progress);
        _terminal.Remove("still-processing");
        _terminal.Inject("zipped");
        Ask(fetch, out var answer);
        Assert.Equal("zip", answer!.Name.Extension);
        Assert.Empty(answer.Findings);
        Assert.Empty(AnswerCheck.Inspect(answer, new PlacedRequest(fetch, Now), Now));
        Assert.Equal(people, answer.Units.Count);
        if (request is BulkCheckRequest { People: var asked }) Assert.Empty(AnswerCheck.InspectPeople(answer, asked));
    }

    [Theory]
    [InlineData("truncated", "EQ0006"), InlineData("wrong-encoding", "EQ0003"), InlineData("encrypted", "EQ0002"), InlineData("server-error", "EQ0107"), InlineData("other-station", "EQ0201")]
    [InlineData("other-identifier", "EQ0203"), InlineData("other-person", "EQ0209"), InlineData("old-answer", "EQ0205"), InlineData("future-answer", "EQ0206")]
    public void A_fault_in_the_answer_is_named(string fault, string code) {
        _terminal.Inject(fault);
        var request = new SingleCheckRequest(Answers.Station, "EC1", Day, Answers.Search(OqsPerson.Takahashi));
        Ask(request, out var answer);
        Assert.Contains(answer!.Findings.Concat(AnswerCheck.Inspect(answer, new PlacedRequest(request, Now), Now)), f => f.Code == code);
    }

    /// <summary>An ordinary run takes a sample; <c>CLAIMS_OQS_FAULTS=1000</c> takes as many as it says, here and in the connector's tests.</summary>
    [Fact]
    public void Faults_of_the_folder_lose_no_answer_and_ask_nothing_twice() {
        var exchanges = int.Parse(Environment.GetEnvironmentVariable("CLAIMS_OQS_FAULTS") ?? "200", System.Globalization.CultureInfo.InvariantCulture);
        string[] faults = ["stopped", "silent", "slow", "split", "err-file", "foreign-files", "none"];
        var random = new Random(7);
        var ends = new Dictionary<ExchangeOutcome, int>();
        for (var i = 0; i < exchanges; i++) {
            var fault = faults[random.Next(faults.Length)];
            if (fault != "none") _terminal.Inject(fault);
            var exchange = OqsExchange.Create(NameFor(i));
            var request = new SingleCheckRequest(Answers.Station, $"EC{i}", Day, Answers.Search(OqsPerson.Taro));
            // A crash right after placing: the next run knows only that it may have placed.
            Place(exchange.Name, request);
            exchange = exchange.On(random.Next(4) == 0 ? ExchangeEvent.PlacingDoubted : ExchangeEvent.Placed).Exchange;
            for (var look = 0; look < 3; look++) exchange = LookAt(exchange);
            if (exchange.Outcome == ExchangeOutcome.Open) exchange = exchange.On(ExchangeEvent.TimeRanOut).Exchange;
            _terminal.Remove(fault);
            // The terminal recovers. What comes late still counts, even after the time-out went up.
            if (random.Next(2) == 0 && exchange.Outcome == ExchangeOutcome.TimedOut) exchange = exchange.On(ExchangeEvent.Uploaded).Exchange;
            for (var look = 0; look < 4; look++) exchange = LookAt(exchange);
            Assert.Equal(fault switch { "silent" => ExchangeOutcome.TimedOut, "err-file" => ExchangeOutcome.Refused, _ => ExchangeOutcome.Answered }, exchange.Outcome);
            if (exchange.Outcome == ExchangeOutcome.Answered) Assert.Empty(Read(exchange.Name)!.Findings);
            ends[exchange.Outcome] = ends.GetValueOrDefault(exchange.Outcome) + 1;
        }
        Assert.Equal(exchanges, _terminal.Taken.Count);
        Assert.Equal(exchanges, _terminal.Taken.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, ends.Count);
    }

    private DateTime Now => _time.GetUtcNow().AddHours(9).DateTime;

    private static RequestName NameFor(int i) => new(OqsFamily.SingleCheck, 1, $"20260401090000000{i:000000}");

    private OqsExchange LookAt(OqsExchange exchange) {
        _terminal.Look();
        var sight = FolderSight.Of(exchange.Name, Listing(_terminal.Req), Listing(_terminal.Res));
        if (sight.Refusal is not null) return exchange.On(ExchangeEvent.RefusalSeen).Exchange;
        // A file that cannot be read yet may still be written: it counts when it is whole.
        if (sight.Answer is not null) return Read(exchange.Name)!.Damaged ? exchange : exchange.On(ExchangeEvent.AnswerSeen).Exchange;
        return exchange.On(ExchangeEvent.Verified).Exchange;
    }

    private void Ask(OqsRequest request, out OqsAnswer? answer) {
        var name = RequestName.New(request, Now, $"A{_terminal.Taken.Count:00000}");
        Place(name, request);
        _terminal.Look();
        answer = Read(name);
        Assert.NotNull(answer);
    }

    private void Place(RequestName name, OqsRequest request) => File.WriteAllBytes(Path.Combine(_terminal.Req, name.FileName), RequestWriter.Write(request).Content.ToArray());

    private OqsAnswer? Read(RequestName name) => FolderSight.Of(name, Listing(_terminal.Req), Listing(_terminal.Res)).Answer is { } file
        ? AnswerReader.Read(OqsFileName.Parse(file)!, File.ReadAllBytes(Path.Combine(_terminal.Res, file))) : null;

    private static List<string> Listing(string folder) => [.. new DirectoryInfo(folder).GetFiles().Select(f => f.Name)];
}
