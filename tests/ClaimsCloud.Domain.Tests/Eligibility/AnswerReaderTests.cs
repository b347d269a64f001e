using System.Xml.Linq;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Testing.Oqs;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Eligibility;

public sealed class AnswerReaderTests {
    private static readonly Dictionary<string, (string Name, XElement Message)> Kinds = new() {
        ["single"] = ("OQSsiquc01res_1.xml", Answers.Single(OqsPerson.Taro, referenceNumber: "000123")),
        ["face"] = ("OQSsiquc01res_face_1.xml", Answers.Single(OqsPerson.Takahashi)),
        ["bulk 01"] = ("OQSmuquc01res_1.xml", OqsMessages.Message([("MedicalInstitutionCode", Answers.Station)], OqsMessages.Values(("ReceptionNumber", "R1"), ("ReceptionDateTime", "20260401070001")))),
        ["bulk 02"] = ("OQSmuquc02res_1.xml", Answers.Bulk([("u-1", OqsPerson.Taro), ("u-2", OqsPerson.Hanako), ("u-3", OqsPerson.Takahashi)])),
        ["consented"] = ("OQSmuhvq02res_1.xml", OqsMessages.Message([("MedicalInstitutionCode", Answers.Station), ("SegmentOfResult", "1")],
            new XElement("BulkConfirmUnit", OqsMessages.Unit(OqsPerson.Hanako, "1", "000124")), new XElement("BulkConfirmUnit", OqsMessages.Unit(OqsPerson.Takahashi, "1", null)))),
        ["medical aid"] = ("OQSmutic02res_1.xml", OqsMessages.Message([("MedicalInstitutionCode", Answers.Station), ("SegmentOfResult", "1")],
            new XElement("BulkConfirmUnit", OqsMessages.Unit(OqsPerson.Jiro, "0", null)))),
        ["registration"] = ("OQSsiimm01res_1.xml", OqsMessages.Message([("MedicalInstitutionCode", Answers.Station), ("SegmentOfResult", "1")], Registration("000123"))),
        ["bulk registration"] = ("OQSmuimm02res_1.xml", OqsMessages.Message([("MedicalInstitutionCode", Answers.Station), ("SegmentOfResult", "1")],
            new XElement("BulkRegistrationUnit", Registration("000123")), new XElement("BulkRegistrationUnit", Registration("000124")))),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_kind_is_read_without_a_finding(string kind) {
        var (name, message) = Kinds[kind];
        Assert.Empty(Answers.Read(message, name).Findings);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_order_of_elements_does_not_matter(string kind) {
        var (name, message) = Kinds[kind];
        var straight = Answers.Text(Answers.Read(message, name));
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
            Answers.Text(Answers.Read(OqsText.Shuffled(message, new System.Random(seed)), name)) == straight).QuickCheckThrowOnFailure();
    }

    [Theory, MemberData(nameof(Names))]
    public void Shift_JIS_reads_like_UTF8(string kind) {
        var (name, message) = Kinds[kind];
        var shiftJis = Answers.Read(OqsText.ShiftJis(message), name);
        Assert.Equal(OqsEncoding.ShiftJis, shiftJis.Encoding);
        Assert.Equal(Answers.Text(Answers.Read(message, name)), Answers.Text(shiftJis));
    }

    [Fact]
    public void A_single_answer_tells_the_card_with_its_spaces_as_written() {
        var unit = Assert.Single(Answers.Read(Answers.Single(OqsPerson.Taro, referenceNumber: "000123")).Units);
        Assert.Equal(("1", "000123"), (unit.Validity, unit.ReferenceNumber));
        var result = Assert.Single(unit.Results);
        Assert.Equal("  999999", result.Text("InsurerNumber"));
        var card = InsuranceCard.Of(result)!;
        Assert.Equal(("999999", "12-34", "567", "01", "架空　太郎", "B05"), (card.InsurerNumber, card.Symbol, card.Number, card.Branch, card.Name, card.LimitClass));
    }

    [Fact]
    public void Without_consent_the_limit_class_is_not_told() =>
        Assert.Null(InsuranceCard.Of(Answers.Read(Answers.Single(OqsPerson.Taro, consent: "0")).Units[0].Results.Single())!.LimitClass);

    [Fact]
    public void A_result_counts_with_and_without_its_list() {
        var message = Answers.Single(OqsPerson.Hanako);
        var wrapped = Answers.Text(Answers.Read(message));
        var list = message.Descendants("ResultList").Single();
        list.ReplaceWith(list.Elements());
        Assert.Equal(wrapped, Answers.Text(Answers.Read(message)));
    }

    [Fact]
    public void Medical_aid_is_read_by_either_set_of_names() {
        var message = Kinds["medical aid"].Message;
        var before = InsuranceCard.Of(Answers.Read(message, "OQSmutic02res_1.xml").Units[0].Results.Single());
        message = new XElement(message);
        foreach (var (from, to) in new[] { ("InsurerNumber", "PublicExpenseNumber"), ("InsuredIdentificationNumber", "BeneficiaryNumber"), ("InsurerName", "WelfareOfficeName") })
            message.Descendants(from).Single().Name = to;
        Assert.Equal(before, InsuranceCard.Of(Answers.Read(message, "OQSmutic02res_1.xml").Units[0].Results.Single()));
        Assert.True(before!.IsMedicalAid);
    }

    [Fact]
    public void Unknown_elements_and_codes_are_kept_and_told() {
        var message = Answers.Single(OqsPerson.Taro);
        message.Descendants("Sex1").Single().Value = "7";
        message.Element("MessageBody")!.Add(new XElement("Newcomer", new XElement("Inner", "値")));
        var answer = Answers.Read(message);
        Assert.Equal(["EQ0102", "EQ0105"], answer.Findings.Select(f => f.Code).Order());
        Assert.Contains("\"Newcomer\":[{\"Inner\":", Answers.Text(answer), StringComparison.Ordinal);
        Assert.Contains("\"Sex1\":{\"code\":\"7\",\"meaning\":null}", Answers.Text(answer), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Findings, f => f.Message.Contains('7', StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_fault_ten_thousand_times_is_told_twenty_times_and_counted() {
        var message = Answers.Bulk(Enumerable.Range(0, 10_000).Select(i => ($"u-{i}", OqsPerson.Hanako with { Birth = "19409999" })));
        var answer = Answers.Read(message, "OQSmuquc02res_1.xml");
        Assert.Equal(10_000, answer.Units.Count);
        Assert.Equal(20, answer.Findings.Count(f => f.Code == "EQ0101"));
        Assert.Contains(answer.Findings, f => f.Code == "EQ0099" && f.Message.Contains("20,000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bulk_answer_may_come_as_ZIP() {
        var (name, message) = Kinds["consented"];
        var zip = OqsText.Zip("OQSmuhvq02res_1.xml", OqsText.ShiftJis(message), ZipMark.Plain);
        Assert.Equal(Answers.Text(Answers.Read(message, name)), Answers.Text(Answers.Read(zip, "OQSmuhvq02res_1.zip")));
    }

    [Theory, InlineData("1", AnswerProgress.Done), InlineData("2", AnswerProgress.Processing), InlineData("9", AnswerProgress.Failed), InlineData("5", AnswerProgress.Unknown)]
    public void Progress_comes_from_the_header(string segment, AnswerProgress expected) =>
        Assert.Equal(expected, Answers.Read(Answers.Single(OqsPerson.Taro, segment: segment)).Progress);

    [Fact]
    public void An_unbuilt_kind_is_named_and_not_passed() {
        var answer = Answers.Read(Answers.Single(OqsPerson.Taro), "OQSsihvq01res_1.xml");
        Assert.Contains(answer.Findings, f => f is { Code: "EQ0013", Verdict: Verdict.NotChecked });
        Assert.Empty(answer.Units);
        Assert.Contains("太郎", Answers.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void The_note_beside_a_refused_request_gives_code_and_message_and_hides_numbers() {
        var err = ErrFile.Read("<XmlMsg><MessageHeader><ErrorCode>X1</ErrorCode><ErrorMessage>番号 12345678 が不正です。</ErrorMessage></MessageHeader></XmlMsg>"u8);
        Assert.Equal("X1", err.Code);
        Assert.DoesNotContain("12345678", err.Beginning, StringComparison.Ordinal);
        Assert.Contains("********", err.Beginning, StringComparison.Ordinal);
        Assert.Equal("EQ0110", Assert.Single(ErrFile.Read([0x83, 0x47, 0x83, 0x89, 0x81, 0x5B]).Findings).Code);
        Assert.Equal("エラー", ErrFile.Read([0x83, 0x47, 0x83, 0x89, 0x81, 0x5B]).Beginning);
    }

    private static XElement[] Registration(string number) => [new("ReferenceNumberRegistrationInfo", OqsMessages.Values(("ReferenceNumber", number), ("InsurerNumber", "  999999"),
        ("InsuredIdentificationNumber", "567"))), new("ProcessingResultStatus", "1")];
}
