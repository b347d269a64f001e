using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Pages.Home;
using ClaimsCloud.Portal.Words;

namespace ClaimsCloud.Portal.Tests.Words;

public sealed class WordsTests {
    private static readonly DateTimeOffset Now = new(2024, 11, 7, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("202411", "令和6年11月")]
    [InlineData("201905", "令和元年5月")]
    [InlineData("201904", "平成31年4月")]
    [InlineData("198901", "平成元年1月")]
    [InlineData("202413", "202413")]
    [InlineData("", "")]
    [InlineData("ab", "ab")]
    [InlineData(null, "—")]
    public void A_month_is_written_in_the_official_era(string? month, string written) => Assert.Equal(written, JapanTime.Month(month));

    [Theory]
    [InlineData("2024-11-09T14:59:59Z", "2024年11月9日（土）23:59:59")]
    [InlineData("2024-11-09T15:00:00Z", "2024年11月10日（日）0:00:00")]
    [InlineData("2024-12-31T23:00:00-05:00", "2025年1月1日（水）13:00:00")]
    public void Times_are_those_of_Japan(string instant, string written) => Assert.Equal(written, JapanTime.Second(DateTimeOffset.Parse(instant)));

    [Theory]
    [InlineData("2024-11-01T00:30:00+09:00", "締切まであと9日")]
    [InlineData("2024-11-05T08:00:00+09:00", "締切まであと5日")]
    [InlineData("2024-11-09T23:59:59+09:00", "締切まであと1日")]
    [InlineData("2024-11-10T00:00:00+09:00", "締切は今日の24時です")]
    [InlineData("2024-11-10T23:59:59+09:00", "締切は今日の24時です")]
    [InlineData("2024-11-11T00:00:00+09:00", "今月の請求は締め切られました")]
    [InlineData("2024-11-13T00:00:00+09:00", "今月の請求は終わりました")]
    public void The_deadline_is_the_end_of_the_tenth_in_Japan(string now, string headline) => Assert.Equal(headline, Deadline.At(DateTimeOffset.Parse(now)).Headline);

    [Fact]
    public void The_next_deadline_after_December_is_in_January() =>
        Assert.Contains("1月10日（金）", Deadline.At(new(2024, 12, 20, 0, 0, 0, TimeSpan.Zero)).Detail, StringComparison.Ordinal);

    [Fact]
    public void Every_official_claim_type_has_words_of_its_own() {
        var codes = Domain.Records.ClaimSpec.Release202406.Table("04").Codes.Select(c => c.Value).ToList();
        Assert.NotEmpty(codes);
        var words = codes.Select(ClaimTypes.Word).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.DoesNotContain(words, word => word.Any(char.IsAsciiDigit) && codes.Contains(word));
        Assert.Equal("9999", ClaimTypes.Word("9999"));
    }

    [Theory]
    [InlineData(0L, "0円")]
    [InlineData(1265750L, "1,265,750円")]
    [InlineData(-500L, "-500円")]
    [InlineData(null, "—")]
    public void Yen_have_commas(long? yen, string written) => Assert.Equal(written, Amounts.Yen(yen));

    [Theory]
    [InlineData("月〜金 8〜18時、土 8〜12時", 0, 0x3FF00, 0x3FF00, 0x3FF00, 0x3FF00, 0x3FF00, 0xF00)]
    [InlineData("月〜日 0〜24時", 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF)]
    [InlineData("決まっていません", 0, 0, 0, 0, 0, 0, 0)]
    public void The_hours_of_a_PC_are_said_by_days_that_are_alike(string written, params int[] hours) => Assert.Equal(written, ConnectorStates.OnHours(hours));

    [Theory]
    [InlineData(0x3FF00, "応答なし", Tone.Bad)]
    [InlineData(0x3F, "電源オフの時間", Tone.Quiet)]
    public void Silence_is_news_only_in_the_hours_in_which_a_PC_is_usually_on(int hours, string word, Tone tone) {
        int[] each = [hours, hours, hours, hours, hours, hours, hours];
        Assert.Equal((word, tone), (ConnectorStates.Word(Now.AddHours(-1), [], each, Now), ConnectorStates.Tone(Now.AddHours(-1), [], each, Now)));
        Assert.Equal(("応答なし", Tone.Warn), (ConnectorStates.Word(Now.AddHours(-1), [], null, Now), ConnectorStates.Tone(Now.AddHours(-1), [], null, Now)));
    }

    [Fact]
    public void Each_state_has_six_steps_of_which_at_most_one_is_present() {
        foreach (var state in Enum.GetValues<ClaimFileState>()) {
            var file = Row("f", state);
            var steps = FileSteps.Of(file);
            Assert.Equal(6, steps.Count);
            Assert.Equal(state == ClaimFileState.Confirmed ? 0 : 1, steps.Count(s => s.State is StepState.Now or StepState.Stuck));
            var next = NextStep.For(new(file, "", 0, null, null, Sealable: true, null, []), FilePlace.Elsewhere);
            Assert.Equal(next.Href is null, next.Label is null);
            Assert.NotEqual("", FileStates.Word(file));
        }
    }

    [Fact]
    public void A_corrected_file_takes_the_place_of_the_one_before_and_a_sealed_one_stays() {
        ClaimFileRow[] newestFirst = [
            Row("corrected", ClaimFileState.Checked, "202411", "1"), Row("unreadable", ClaimFileState.Unreadable), Row("wrong", ClaimFileState.Checked, "202411", "1"),
            Row("other-payer", ClaimFileState.Checked, "202411", "2"), Row("sent", ClaimFileState.Answered, "202411", "1"),
            Row("old-sent", ClaimFileState.Placed, "202409", "1", -40), Row("old-left", ClaimFileState.Checked, "202409", "2", -40)];
        Assert.Equal(["corrected", "other-payer", "sent", "old-sent"], CurrentFiles.Of(newestFirst, Now).Select(f => f.FileId));
    }

    [Fact]
    public void Every_act_of_the_audit_log_has_words() {
        var words = Enum.GetValues<AuditAct>().Select(AuditWords.Word).ToList();
        Assert.All(words, word => Assert.False(char.IsAscii(word[0]), word));
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Theory]
    [InlineData(-30, "1分以内")]
    [InlineData(-61, "1分前")]
    [InlineData(-3600, "1時間前")]
    [InlineData(-172800, "2日前")]
    public void An_age_is_said_as_one_says_it(int seconds, string said) => Assert.Equal(said, JapanTime.Ago(Now.AddSeconds(seconds), Now));

    private static ClaimFileRow Row(string id, ClaimFileState state, string? month = null, string? payer = null, int days = 0) =>
        new(id, "RECEIPTH.UKE", Now.AddDays(days), 1, state, 1, 1, 0, 0, 0) { ClaimMonth = month, Payer = payer };
}
