using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Shared;

public sealed class CronTimeTests {
    [Theory]
    [InlineData("0 10 * * * *", "2024-07-05T00:10:00Z")]
    [InlineData("*/15 * * * * *", "2024-07-05T00:00:15Z")]
    [InlineData("0 0 0 * * *", "2024-07-06T00:00:00Z")]
    [InlineData("0 0 3 1 * *", "2024-08-01T03:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2028-02-29T00:00:00Z")]
    [InlineData("30 59 23 31 12 *", "2024-12-31T23:59:30Z")]
    [InlineData("0 0 12 * * 0", "2024-07-07T12:00:00Z")]
    public void The_next_time_is_the_first_second_that_matches(string cron, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), CronTime.Parse(cron).Next(new(2024, 7, 5, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("* * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("* * * 0 * *")]
    [InlineData("*/0 * * * * *")]
    [InlineData("1-5 * * * * *")]
    [InlineData("")]
    public void What_neither_host_can_read_is_a_mistake(string cron) => Assert.Throws<FormatException>(() => CronTime.Parse(cron));

    [Fact]
    public void A_day_that_never_comes_is_a_mistake() =>
        Assert.Throws<FormatException>(() => CronTime.Parse("0 0 0 31 2 *").Next(DateTimeOffset.UnixEpoch));

    [Fact]
    public void Against_a_second_by_second_search_it_is_the_same() {
        var random = new Random(3);
        for (var i = 0; i < 60; i++) {
            var (second, minute) = (random.Next(2) == 0 ? "*" : $"{random.Next(60)}", random.Next(2) == 0 ? $"*/{random.Next(1, 30)}" : $"{random.Next(60)}");
            var cron = CronTime.Parse($"{second} {minute} {(random.Next(2) == 0 ? "*" : $"{random.Next(24)}")} * * *");
            var from = new DateTimeOffset(2024, 2, 28, random.Next(24), random.Next(60), random.Next(60), TimeSpan.Zero);
            var expected = Enumerable.Range(1, 2 * 86_400).Select(s => from.AddSeconds(s)).First(at => Matches(cron.Text.Split(' '), at));
            Assert.Equal(expected, cron.Next(from));
        }
    }

    private static bool Matches(string[] fields, DateTimeOffset at) => Field(fields[0], at.Second) && Field(fields[1], at.Minute) && Field(fields[2], at.Hour);

    private static bool Field(string field, int value) =>
        field == "*" || (field.StartsWith("*/", StringComparison.Ordinal) ? value % int.Parse(field[2..]) == 0 : value == int.Parse(field));
}
