using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Eligibility;

public sealed class RequestTests {
    private static readonly Gen<string> Text = Gen.Elements("12-34", "架空・建設", "髙﨑𠮷", "<&>\"'", "ｶｸｳ", "0001", "あ１Ａa", "]]>");
    private static readonly Gen<string> Digit2 = Gen.Choose(0, 99).Select(n => $"{n:00}");
    private static readonly Gen<string> Mark = Gen.Choose(0, int.MaxValue).Select(n => $"EC{n}-{n % 7}");
    private static readonly Gen<string> Insurer = Gen.OneOf(Gen.Choose(100000, 999999), Gen.Choose(30000000, 39999999)).Select(n => $"{n}");
    private static readonly Gen<DateOnly> Day = Gen.Choose(0, 36_000).Select(n => new DateOnly(1926, 1, 1).AddDays(n));
    private static readonly DateOnly Today = new(2026, 4, 1);
    private static readonly Gen<CardSearch> Card = from insurer in Insurer
                                                   from symbol in Gen.OneOf(Text, Gen.Constant<string>(null!))
                                                   from number in Text
                                                   from branch in Gen.OneOf(Digit2, Gen.Constant<string>(null!))
                                                   from birth in Day
                                                   from consent in Gen.Elements(LimitConsent.Given, LimitConsent.NotGiven)
                                                   select new CardSearch(insurer, symbol, number, branch, birth, consent, null);
    private static readonly Gen<CardRegistration> Registration = from card in Card
                                                                 from number in Text
                                                                 select new CardRegistration(number, "9" + card.InsurerNumber[1..], card.Symbol, card.Number, card.Branch);
    private static readonly Gen<OqsRequest> Request = from mark in Mark
                                                      from day in Day
                                                      from days in Gen.Choose(0, 40)
                                                      from card in Card
                                                      from cards in Card.ListOf(5)
                                                      from registration in Registration
                                                      from registrations in Registration.ListOf(4)
                                                      from family in Gen.Elements(OqsFamily.BulkCheck, OqsFamily.BulkNumberRegistration, OqsFamily.ConsentedVisits, OqsFamily.MedicalAid)
                                                      from request in Gen.Elements<OqsRequest>(
                                                          new SingleCheckRequest(Answers.Station, mark, Today, card),
                                                          new BulkCheckRequest(Answers.Station, mark, Today, [.. cards.Select((c, i) => c with { PersonKey = $"u-{i}", LimitConsent = LimitConsent.NotGiven })]),
                                                          new FetchRequest(Answers.Station, family, mark),
                                                          new NumberRegistrationRequest(Answers.Station, mark, registration),
                                                          new BulkNumberRegistrationRequest(Answers.Station, mark, [.. registrations]),
                                                          new ConsentedVisitsRequest(Answers.Station, mark, day, day.AddDays(days)),
                                                          new MedicalAidRequest(Answers.Station, mark, ServiceMonth.Of(2000 + (days * 2), 1 + (days % 12))))
                                                      select request;

    [Fact]
    public void What_is_written_is_read_back_equal() => Prop.ForAll(Request.ToArbitrary(), request => {
        var written = RequestWriter.Write(request);
        var read = RequestReader.Read(NameOf(request), written.Content.Span);
        Assert.Empty(written.Findings);
        Assert.Empty(read.Findings);
        Assert.Equal(Json(request), Json(read.Request!));
        Assert.True(written.Content.Span.SequenceEqual(RequestWriter.Write(read.Request!).Content.Span));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void JSON_of_a_request_is_read_back_equal() => Prop.ForAll(Request.ToArbitrary(), request =>
        Json(RequestJson.Parse(new MemoryStream(Encoding.UTF8.GetBytes(Json(request))))) == Json(request)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_single_request_is_written_as_the_terminal_wants_it() {
        var written = RequestWriter.Write(new SingleCheckRequest(Answers.Station, "EC1", Today, new("999999", null, "567", "01", new(1954, 2, 3), LimitConsent.Given, null)));
        var text = Encoding.UTF8.GetString(written.Content.Span);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<XmlMsg>", text, StringComparison.Ordinal);
        Assert.Contains("<InsurerNumber>  999999</InsurerNumber>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("InsuredCardSymbol", text, StringComparison.Ordinal);
        Assert.Equal(["QualificationConfirmationDate", "MedicalInstitutionCode", "ArbitraryFileIdentifier"], XElement.Parse(text).Element("MessageHeader")!.Elements().Select(e => e.Name.LocalName));
    }

    public static TheoryData<string, OqsRequest> Wrong => new() {
        { "医療機関コード", Single(c => c) with { StationCode = "1319999999" } },
        { "医療機関コード", Single(c => c) with { StationCode = "" } },
        { "任意のファイル識別子", Single(c => c) with { Identifier = "架空太郎" } },
        { "任意のファイル識別子", Single(c => c) with { Identifier = new string('a', 51) } },
        { "保険者番号", Single(c => c with { InsurerNumber = "  999999" }) },
        { "被保険者証記号", Single(c => c with { Symbol = "" }) },
        { "被保険者証記号", Single(c => c with { Symbol = new string('1', 21) }) },
        { "被保険者証番号", Single(c => c with { Number = "\u0001" }) },
        { "被保険者証番号", Single(c => c with { Number = "\uD842" }) },
        { "枝番", Single(c => c with { Branch = "1" }) },
        { "生年月日", Single(c => c with { BirthDate = Today.AddDays(1) }) },
        { "受付番号", new FetchRequest(Answers.Station, OqsFamily.BulkCheck, "") },
        { "同意年月日", new ConsentedVisitsRequest(Answers.Station, "EC1", Today, Today.AddDays(-1)) },
        { "任意の識別子", new BulkCheckRequest(Answers.Station, "EC1", Today, [Answers.Search(Testing.Oqs.OqsPerson.Taro, "a"), Answers.Search(Testing.Oqs.OqsPerson.Hanako, "a")]) },
        { "保険者番号", new NumberRegistrationRequest(Answers.Station, "EC1", new("1", "12999999", null, "9999999", null)) },
    };

    [Theory, MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_the_terminal_would_refuse_is_not_written(string field, OqsRequest request) {
        var written = RequestWriter.Write(request);
        Assert.True(written.Content.IsEmpty);
        Assert.Equal(field, Assert.Single(written.Findings).Place.Field);
    }

    [Theory, InlineData(0), InlineData(OqsLimits.PeopleInBulk + 1)]
    public void A_bulk_request_has_one_to_the_limit_of_people(int people) =>
        Assert.NotEmpty(RequestWriter.Write(new BulkCheckRequest(Answers.Station, "EC1", Today, [.. Enumerable.Range(0, people).Select(i => Answers.Search(Testing.Oqs.OqsPerson.Taro, $"u-{i}"))])).Findings);

    private static SingleCheckRequest Single(Func<CardSearch, CardSearch> change) => new(Answers.Station, "EC1", Today, change(Answers.Search(Testing.Oqs.OqsPerson.Taro)));

    private static OqsFileName NameOf(OqsRequest request) => OqsFileName.Parse($"{OqsInterface.Of(request.Family).Prefix}{request.Step:00}req_1.xml")!;

    private static string Json(OqsRequest request) {
        var into = new MemoryStream();
        using (var json = new Utf8JsonWriter(into)) RequestJson.Write(json, request);
        return Encoding.UTF8.GetString(into.ToArray());
    }
}
