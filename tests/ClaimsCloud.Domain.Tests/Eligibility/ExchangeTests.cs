using ClaimsCloud.Domain.Eligibility.Exchange;
using ClaimsCloud.Domain.Eligibility.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Eligibility;

public sealed class ExchangeTests {
    private static readonly RequestName Name = new(OqsFamily.SingleCheck, 1, "20260401090001000AbC123");
    private static readonly Arbitrary<ExchangeEvent[]> AnyEvents = Gen.Elements(Enum.GetValues<ExchangeEvent>()).ArrayOf().ToArbitrary();

    /// <summary>The way of the brief, written down a second time and differently: who may follow whom.</summary>
    private static readonly Dictionary<ExchangeState, ExchangeState[]> Ways = new() {
        [ExchangeState.Created] = [ExchangeState.Placed],
        [ExchangeState.Placed] = [ExchangeState.Waiting, ExchangeState.Answered, ExchangeState.Refused, ExchangeState.TimedOut],
        [ExchangeState.Waiting] = [ExchangeState.Answered, ExchangeState.Refused, ExchangeState.TimedOut],
        [ExchangeState.Answered] = [ExchangeState.Uploaded],
        [ExchangeState.Refused] = [ExchangeState.Uploaded],
        [ExchangeState.TimedOut] = [ExchangeState.Uploaded, ExchangeState.Answered, ExchangeState.Refused],
        [ExchangeState.Uploaded] = [ExchangeState.Cleaned, ExchangeState.Answered, ExchangeState.Refused],
        [ExchangeState.Cleaned] = [ExchangeState.Answered, ExchangeState.Refused],
    };

    [Fact]
    public void Any_events_keep_to_the_way() => Prop.ForAll(AnyEvents, events => {
        var exchange = OqsExchange.Create(Name);
        foreach (var happened in events) {
            var move = exchange.On(happened);
            if (move.Step == ExchangeStep.Moved) Assert.Contains(move.Exchange.State, Ways[exchange.State]);
            else Assert.Equal(exchange, move.Exchange);
            Assert.Equal(move.Step == ExchangeStep.Forbidden, move.Message.Length > 0);
            if (exchange.State is ExchangeState.Uploaded or ExchangeState.Cleaned && move.Exchange.State is ExchangeState.Answered or ExchangeState.Refused)
                Assert.Equal(ExchangeOutcome.TimedOut, exchange.Outcome);
            exchange = move.Exchange;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_request_is_placed_at_most_once_whatever_happens() => Prop.ForAll(AnyEvents, events => {
        var exchange = OqsExchange.Create(Name);
        var placed = 0;
        foreach (var happened in events) {
            var move = exchange.On(happened);
            if (happened is ExchangeEvent.Placed or ExchangeEvent.PlacingDoubted && move.Step == ExchangeStep.Moved) placed++;
            Assert.Equal(placed == 0, move.Exchange.MayPlace);
            exchange = move.Exchange;
        }
        Assert.True(placed <= 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_answer_that_is_seen_after_placing_is_never_lost() => Prop.ForAll(AnyEvents, events => {
        var exchange = OqsExchange.Create(Name);
        ExchangeOutcome? first = null;
        foreach (var happened in events) {
            var placed = !exchange.MayPlace;
            exchange = exchange.On(happened).Exchange;
            if (placed && first is null) first = happened switch { ExchangeEvent.AnswerSeen => ExchangeOutcome.Answered, ExchangeEvent.RefusalSeen => ExchangeOutcome.Refused, _ => null };
            if (first is { } outcome) Assert.Equal(outcome, exchange.Outcome);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_answer_before_its_request_is_forbidden_and_says_so() {
        var move = OqsExchange.Create(Name).On(ExchangeEvent.AnswerSeen);
        Assert.Equal(ExchangeStep.Forbidden, move.Step);
        Assert.Equal("「準備中」の照会に「回答があった」は起こりません。ファイルはそのまま残しました。", move.Message);
    }

    [Fact]
    public void After_a_crash_nothing_is_placed_again() {
        var exchange = OqsExchange.Create(Name).On(ExchangeEvent.PlacingDoubted).Exchange;
        Assert.Equal((ExchangeState.Placed, true, false), (exchange.State, exchange.InDoubt, exchange.MayPlace));
        Assert.Equal(ExchangeState.Answered, exchange.On(ExchangeEvent.AnswerSeen).Exchange.State);
    }

    [Fact]
    public void Names_of_request_answer_and_refusal_belong_together() {
        var request = new FetchRequest(Answers.Station, OqsFamily.ConsentedVisits, "R1");
        var name = RequestName.New(request, new DateTime(2026, 4, 1, 9, 0, 1, 23), "AbC123");
        Assert.Equal("OQSmuhvq02req_20260401090001023AbC123.xml", name.FileName);
        Assert.Equal(new OqsFileName("OQSmuhvq", 2, OqsFileRole.Request, name.Suffix, "xml"), OqsFileName.Parse(name.FileName));
        var sight = FolderSight.Of(name, ["OQSmuhvq02req_other.xml"], ["oqsmuhvq02res_20260401090001023abc123.ZIP", "OQSmuhvq02req_20260401090001023AbC1234.err", "desktop.ini"]);
        Assert.Equal(new FolderSight(false, name.AnswerStem + ".zip", null), sight);
        Assert.Equal(new FolderSight(true, null, name.RefusalName), FolderSight.Of(name, [name.FileName], [name.FileName, name.RefusalName]));
        Assert.Throws<ArgumentException>(() => RequestName.New(request, Answers.Now, "../../"));
    }

    [Fact]
    public void A_bulk_answer_is_asked_for_ever_more_slowly_and_not_for_ever() {
        TimeSpan?[] pauses = [.. Enumerable.Range(0, 6).Select(i => FetchPlan.NextPause(i, TimeSpan.FromMinutes(i)))];
        Assert.Equal([10, 20, 40, 60, 60, 60], pauses.Select(p => p!.Value.TotalSeconds));
        Assert.Null(FetchPlan.NextPause(3, OqsLimits.BulkPatience));
    }

    [Fact]
    public void A_fingerprint_changes_with_the_file_and_holds_nothing_of_it() {
        var mark = ConfigFingerprint.Of("OQSsiquc=n"u8);
        Assert.Matches("^[0-9a-f]{64}$", mark);
        Assert.NotEqual(mark, ConfigFingerprint.Of("OQSsiquc=e"u8));
    }
}
