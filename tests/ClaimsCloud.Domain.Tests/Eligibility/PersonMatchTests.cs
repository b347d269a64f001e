using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Domain.Tests.Eligibility;

public sealed class PersonMatchTests {
    private static readonly DateOnly Birth = new(1954, 2, 3);
    private static readonly KnownPerson Taro = new("p1", "000123", Birth, "カクウ タロウ");
    private static readonly KnownPerson Twin = new("p2", null, Birth, "ｶｸｳ ﾀﾛｳ");
    private static readonly KnownPerson Other = new("p3", "000124", new(1940, 1, 1), "カクウハナコ");

    [Fact]
    public void Our_own_number_finds_the_person_among_twins() => Check(MatchKind.ByReferenceNumber, "000123", [Taro, Twin, Other], "p1");

    [Fact]
    public void Birth_date_and_kana_find_the_person_without_a_number() => Check(MatchKind.ByBirthDateAndKana, null, [Taro, Other], "p1");

    [Fact]
    public void Two_people_with_one_birth_date_and_kana_wait_for_a_person() => Check(MatchKind.Several, null, [Taro, Twin, Other], "p1", "p2");

    [Fact]
    public void Nobody_is_not_the_next_best() => Check(MatchKind.Nobody, null, [Other]);

    [Fact]
    public void A_number_that_belongs_to_somebody_of_another_birth_date_waits_for_a_person() => Check(MatchKind.Contradiction, "000124", [Taro, Other], "p3");

    [Fact]
    public void A_number_given_to_two_people_waits_for_a_person() => Check(MatchKind.Several, "000123", [Taro, Other with { ReferenceNumber = "000123" }], "p1", "p3");

    [Fact]
    public void A_number_that_nobody_has_falls_back_to_birth_date_and_kana() => Check(MatchKind.ByBirthDateAndKana, "999", [Taro, Other], "p1");

    private static void Check(MatchKind kind, string? number, KnownPerson[] people, params string[] keys) {
        var match = PersonMatch.Of(Answers.Read(Answers.Single(OqsPerson.Taro, referenceNumber: number), "OQSsiquc01res_face_1.xml").Units[0], people);
        Assert.Equal(kind, match.Kind);
        Assert.Equal(keys, match.Keys);
        Assert.Equal(kind is MatchKind.ByReferenceNumber or MatchKind.ByBirthDateAndKana, match.IsCertain);
    }
}
