using ClaimsCloud.Domain.Copay;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Copay;

public sealed class CheckDigitTests {
    private static readonly Gen<string> Bodies = Gen.Choose(0, 9).ListOf().Where(d => d.Count is >= 1 and <= 9).Select(d => string.Concat(d));

    [Fact]
    public void A_number_with_its_check_digit_holds() =>
        Prop.ForAll(Bodies.ToArbitrary(), body => CheckDigit.Holds($"{body}{CheckDigit.Of(body)}")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_single_wrong_digit_is_found() =>
        Prop.ForAll(Bodies.ToArbitrary(), Gen.Choose(0, 99).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (body, place, change) => {
            var number = $"{body}{CheckDigit.Of(body)}".ToCharArray();
            var at = place % number.Length;
            number[at] = (char)('0' + ((number[at] - '0' + change) % 10));
            return !CheckDigit.Holds(number);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_neighbours_that_changed_places_are_found_unless_they_are_0_and_9() =>
        Prop.ForAll(Bodies.ToArbitrary(), Gen.Choose(0, 99).ToArbitrary(), (body, place) => {
            var number = $"{body}{CheckDigit.Of(body)}".ToCharArray();
            var at = place % (number.Length - 1);
            var (a, b) = (number[at], number[at + 1]);
            (number[at], number[at + 1]) = (b, a);
            return CheckDigit.Holds(number) == (a == b || (a is '0' or '9' && b is '0' or '9'));
        }).QuickCheckThrowOnFailure();

    [Theory, InlineData("06132013", true), InlineData("138057", true), InlineData("06131234", false), InlineData("54131234", false), InlineData("0001234", false), InlineData("0001230", true),
     InlineData("", false), InlineData("0", false), InlineData("  138057", false), InlineData("０６１３２０１３", false)]
    public void Numbers_hold_or_do_not(string number, bool holds) => Assert.Equal(holds, CheckDigit.Holds(number));
}
