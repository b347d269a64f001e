using System.Xml.Linq;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Domain.Tests.Eligibility;

public sealed class AnswerCheckTests {
    private static readonly PlacedRequest Asked = new(new SingleCheckRequest(Answers.Station, "EC1", new(2026, 4, 1), Answers.Search(OqsPerson.Taro)), Answers.Now.AddSeconds(-2));

    [Fact]
    public void The_answer_to_our_request_passes() => Assert.Empty(Inspect(Answers.Single(OqsPerson.Taro)));

    [Fact]
    public void Doubtful_answers_are_named() {
        Assert.Equal("EQ0201", Code(Changed("MedicalInstitutionCode", "1369999990")));
        Assert.Equal("EQ0202", Code(Without("MedicalInstitutionCode")));
        Assert.Equal("EQ0203", Code(Answers.Single(OqsPerson.Taro, identifier: "EC2")));
        Assert.Equal("EQ0204", Code(Without("ArbitraryFileIdentifier")));
        Assert.Equal("EQ0205", Code(Answers.Single(OqsPerson.Taro, processedAt: "20260401085000")));
        Assert.Equal("EQ0206", Code(Answers.Single(OqsPerson.Taro, processedAt: "20260401091000")));
        Assert.Equal("EQ0209", Code(Answers.Single(OqsPerson.Taro with { Birth = "19540204" })));
        Assert.Equal(["EQ0207", "EQ0209"], Inspect(Answers.Single(OqsPerson.Taro with { Birth = "20990101" })).Select(f => f.Code));
        Assert.Equal("EQ0208", Assert.Single(AnswerCheck.Inspect(Answers.Read(Answers.Single(OqsPerson.Taro), "OQSsiquc01res_face_1.xml"), Asked, Answers.Now)).Code);
    }

    [Fact]
    public void A_fetched_answer_must_carry_our_reception_number() {
        var fetch = new PlacedRequest(new FetchRequest(Answers.Station, OqsFamily.BulkCheck, "R2"), Answers.Now);
        Assert.Equal("EQ0203", Assert.Single(AnswerCheck.Inspect(Answers.Read(Answers.Bulk([("u-1", OqsPerson.Taro)]), "OQSmuquc02res_1.xml"), fetch, Answers.Now)).Code);
    }

    [Fact]
    public void A_damaged_answer_has_said_enough() => Assert.Empty(AnswerCheck.Inspect(Answers.Read([]), Asked, Answers.Now));

    [Fact]
    public void People_of_a_bulk_answer_are_those_asked_for_each_once() {
        CardSearch[] asked = [Answers.Search(OqsPerson.Taro, "u-1"), Answers.Search(OqsPerson.Hanako, "u-2"), Answers.Search(OqsPerson.Takahashi, "u-3")];
        var all = Answers.Bulk([("u-1", OqsPerson.Taro), ("u-2", OqsPerson.Hanako), ("u-3", OqsPerson.Takahashi)]);
        Assert.Empty(AnswerCheck.InspectPeople(Bulk(all), asked));
        var wrong = Answers.Bulk([("u-1", OqsPerson.Taro), ("u-1", OqsPerson.Taro), ("u-9", OqsPerson.Jiro), ("u-2", OqsPerson.Takahashi)]);
        Assert.Equal(["EQ0209", "EQ0209", "EQ0210", "EQ0211", "EQ0213"], AnswerCheck.InspectPeople(Bulk(wrong), asked).Select(f => f.Code).Order());
    }

    [Fact]
    public void Missing_people_are_noticed_by_the_servers_own_count() {
        var message = Answers.Bulk([("u-1", OqsPerson.Taro)]);
        message.Element("MessageHeader")!.Add(new XElement("NumberOfProcessingResult", "2"));
        var fetch = new PlacedRequest(new FetchRequest(Answers.Station, OqsFamily.BulkCheck, "R1"), Answers.Now);
        Assert.Equal("EQ0212", Assert.Single(AnswerCheck.Inspect(Bulk(message), fetch, Answers.Now)).Code);
    }

    private static OqsAnswer Bulk(XElement message) => Answers.Read(message, "OQSmuquc02res_1.xml");

    private static string Code(XElement message) => Assert.Single(Inspect(message)).Code;

    private static IReadOnlyList<Finding> Inspect(XElement message) => AnswerCheck.Inspect(Answers.Read(message), Asked, Answers.Now);

    private static XElement Changed(string element, string value) {
        var message = Answers.Single(OqsPerson.Taro);
        message.Descendants(element).Single().Value = value;
        return message;
    }

    private static XElement Without(string element) {
        var message = Answers.Single(OqsPerson.Taro);
        message.Descendants(element).Single().Remove();
        return message;
    }
}
