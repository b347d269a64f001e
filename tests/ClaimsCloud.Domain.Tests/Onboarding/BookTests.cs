using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Domain.Tests.Onboarding;

public sealed class BookTests {
    private static readonly OnboardingBook Book = OnboardingBook.BuiltIn;

    [Fact]
    public void What_comes_with_the_product_is_sound() {
        Assert.Null(Book.Problem());
        Assert.Equal(BookTables.Steps.Select(s => s.Value), Book.Steps.Select(s => s.Key));
        Assert.Equal(Enumerable.Range(1, 8).Select(i => $"{i}"), Book.Items.Select(i => i.Key));
        Assert.Equal(new[] { "partner", "station", "partner", "partner", "conduct", "conduct", "station", "partner" }, Book.Items.Select(i => i.Owner));
        Assert.Equal(new DateOnly(2024, 12, 2), Book.Duties.Single(d => d.Key == "eligibility").Date);
        Assert.Equal(47, BookTables.Prefectures.Count);
        Assert.Equal(47, Book.Partners.Where(p => p.Key.StartsWith("ntt", StringComparison.Ordinal)).Sum(p => p.Areas.Count));
    }

    [Theory]
    [InlineData("prices", "setup", "lowYen", "500000")]
    [InlineData("prices", "setup", "tax", "maybe")]
    [InlineData("programmes", "visiting-nursing", "ratePercent", "101")]
    [InlineData("papers", "receipt", "programme", "nobody")]
    [InlineData("sheets", "b7", "title", "プロバイダーのパスワード")]
    [InlineData("steps", "pay", "instruction", "パスワード：abc123 を使ってください")]
    public void A_change_that_would_break_it_is_told(string table, string key, string column, string value) {
        var row = new Dictionary<string, string>(Book.Tables[table].Single(r => r["key"] == key)) { [column] = value };
        Assert.NotNull(Book.With(BookTables.Find(table)!, key, row, new(2024, 9, 1)).Problem());
    }

    [Theory]
    [InlineData("PW: abc123", true)]
    [InlineData("接続IDは a@b、パスワードは hunter2", true)]
    [InlineData("パスワード　ab12cd", true)]
    [InlineData("暗証番号：１２３４", true)]
    [InlineData("ﾊﾟｽﾜｰﾄﾞ=xyz", true)]
    [InlineData("Password: secret", true)]
    [InlineData("パスワードの設定は済んでいます", false)]
    [InlineData("パスポートを持参", false)]
    [InlineData("電子証明書は10月に届きました", false)]
    public void A_text_with_a_password_is_not_kept(string text, bool refused) => Assert.Equal(refused, SecretText.Problem(text) is not null);

    [Fact]
    public void No_field_of_the_form_and_no_column_of_the_book_asks_for_a_password() {
        Assert.DoesNotContain(ApplicationForm.Fields, f => SecretText.IsName(f.Label) || SecretText.IsName(f.Name));
        Assert.DoesNotContain(BookTables.All.SelectMany(t => t.Columns), c => SecretText.IsName(c.Label) || SecretText.IsName(c.Name));
    }

    [Theory]
    [InlineData("2024-07-05 10:00", "1,3", "13:00", "15:00", "2024-07-08 13:00")]
    [InlineData("2024-07-08 14:00", "1,3", "13:00", "15:00", "2024-07-08 13:00")]
    [InlineData("2024-07-08 15:00", "1,3", "13:00", "15:00", "2024-07-10 13:00")]
    [InlineData("2024-07-06 09:00", "", "09:00", "18:00", "2024-07-08 09:00")]
    [InlineData("2024-07-08 15:00", "1", "13:00", "15:00", "2024-07-15 13:00")]
    public void The_next_time_to_phone(string now, string days, string from, string to, string expected) {
        var window = new CallWindow([.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => (DayOfWeek)int.Parse(d))], TimeOnly.Parse(from), TimeOnly.Parse(to));
        Assert.Equal(DateTime.Parse(expected), window.Next(DateTime.Parse(now))!.Value.From);
    }
}
