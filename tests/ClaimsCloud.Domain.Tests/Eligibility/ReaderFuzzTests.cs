using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Domain.Tests.Eligibility;

/// <summary>
/// Damaged messages of every kind through every reader: none throws, none forgets a finding. A few thousand in every run; <c>CLAIMS_FUZZ_SECONDS=180</c> for a long one, whose count
/// is in the output.
/// </summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output) {
    private const int Bounded = 4_000;
    private static readonly string[] Names = ["OQSsiquc01res_1.xml", "OQSsiquc01res_face_1.xml", "OQSmuquc01res_1.xml", "OQSmuquc02res_1.xml", "OQSmuhvq02res_1.zip", "OQSsiimm01res_1.xml",
        "OQSmuimm02res_1.xml", "OQSmutic02res_1.xml", "OQSsiquc01req_1.xml", "OQSmuquc01req_1.xml", "OQSmuhvq01req_1.xml", "OQSmutic01req_1.xml", "OQSsiimm01req_1.xml", "OQSsihvq01res_1.xml"];
    private static readonly string[] Bits = ["<", "</XmlMsg>", "&", "&#0;", "&#x1F600;", "<![CDATA[", "]]>", "<!DOCTYPE x>", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>", "\0", "  ", "99999999", "徳德髙", "\uD842"];

    [Fact]
    public void No_message_however_damaged_throws() {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("CLAIMS_FUZZ_SECONDS"), out var told) ? told : 0;
        var watch = Stopwatch.StartNew();
        var (files, whole) = (0, 0);
        for (; files < Bounded || watch.Elapsed.TotalSeconds < seconds; files++) {
            var random = new Random(files);
            var name = OqsFileName.Parse(Names[random.Next(Names.Length)])!;
            var bytes = Damaged(random, name);
            try {
                if (Read(name, bytes)) whole++;
            } catch (Exception e) {
                throw new InvalidOperationException($"seed {files}, {name}", e);
            }
        }
        output.WriteLine($"{files:N0} files in {watch.Elapsed.TotalSeconds:0} s, {whole:N0} of them readable");
        Assert.True(whole > files / 20 && whole < files);
    }

    private static bool Read(OqsFileName name, byte[] bytes) {
        var answer = AnswerReader.Read(name, bytes);
        Assert.True(answer.Damaged || answer.Header.Line > 0);
        RequestReader.Read(name, bytes);
        ErrFile.Read(bytes);
        AnswerCheck.Inspect(answer, Answers.Station, Answers.Now);
        AnswerCheck.Inspect(answer, new PlacedRequest(new SingleCheckRequest(Answers.Station, "EC1", new(2026, 4, 1), Answers.Search(OqsPerson.Taro)), Answers.Now), Answers.Now);
        AnswerCheck.InspectPeople(answer, [Answers.Search(OqsPerson.Taro, "u-1"), Answers.Search(OqsPerson.Hanako, "u-2")]);
        Answers.Text(answer);
        foreach (var unit in answer.Units) {
            PersonMatch.Of(unit, [new("p1", "000123", new(1954, 2, 3), "カクウタロウ")]);
            EligibilityAnswer.Of(answer, unit);
            foreach (var card in unit.Results.Select(InsuranceCard.Of).OfType<InsuranceCard>()) {
                CardComparison.Of(card, card with { Branch = "09" }, new(2026, 4, 1), null, new(2026, 4, 1));
                MonthCoverage.Of(Domain.Records.ServiceMonth.Of(2026, 4), [card]);
            }
        }
        return !answer.Damaged;
    }

    private static byte[] Damaged(Random random, OqsFileName name) {
        var message = OqsText.Shuffled(Message(random, name), random);
        for (var i = random.Next(4); i > 0; i--) Disturb(message, random);
        var bytes = random.Next(3) switch { 0 => OqsText.ShiftJis(message), 1 => OqsText.Mislabelled(message), _ => OqsText.Utf8(message) };
        if (name.Extension == "zip" && random.Next(4) > 0) bytes = OqsText.Zip(random.Next(2) == 0 ? "OQSmuhvq02res_1.xml" : "a.XML", bytes, (ZipMark)random.Next(2));
        return random.Next(2) == 0 ? bytes : Scratched(bytes, random);
    }

    private static XElement Message(Random random, OqsFileName name) {
        var people = OqsPerson.All.ToArray();
        random.Shuffle(people);
        if (name.Step == 2) return Answers.Bulk(people.Select((p, i) => ($"u-{i}", p)));
        var single = Answers.Single(people[0], referenceNumber: random.Next(2) == 0 ? "000123" : null, segment: $"{random.Next(10)}");
        single.Element("MessageBody")!.Add(new XElement("QualificationConfirmSearchInfo", OqsMessages.Values(("InsurerNumber", "  999999"), ("InsuredIdentificationNumber", "567"), ("Birthdate", "19540203"),
            ("ConsentDateFrom", "20260401"), ("ConsentDateTo", "20260402"), ("MedicalTreatmentMonth", "202604"), ("ArbitraryIdentifier", "u-1"))),
            new XElement("ReferenceNumberRegistrationInfo", OqsMessages.Values(("ReferenceNumber", "1"), ("InsurerNumber", "  999999"), ("InsuredIdentificationNumber", "567"))));
        return single;
    }

    /// <summary>Well-formed, but not what anybody expects.</summary>
    private static void Disturb(XElement message, Random random) {
        var elements = message.Descendants().ToList();
        if (elements.Count == 0) return;
        var (one, other) = (elements[random.Next(elements.Count)], elements[random.Next(elements.Count)]);
        switch (random.Next(5)) {
            case 0: if (one.Parent is not null) one.Remove(); break;
            case 1: one.Parent?.Add(new XElement(one)); break;
            case 2: one.Name = other.Name; break;
            case 3: if (!one.HasElements) one.Value = new string((char)random.Next(0x20, 0xD7FF), random.Next(30)); break;
            default: other.Add(new XElement(one)); break;
        }
    }

    private static byte[] Scratched(byte[] bytes, Random random) {
        var list = bytes.ToList();
        for (var i = random.Next(1, 6); i > 0 && list.Count > 0; i--) {
            var at = random.Next(list.Count);
            switch (random.Next(4)) {
                case 0: list[at] = (byte)random.Next(256); break;
                case 1: list.RemoveRange(at, Math.Min(random.Next(1, 40), list.Count - at)); break;
                case 2: list.InsertRange(at, Encoding.UTF8.GetBytes(Bits[random.Next(Bits.Length)])); break;
                default: list.RemoveRange(at, list.Count - at); break;
            }
        }
        return [.. list];
    }
}
