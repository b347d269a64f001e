using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Eligibility;

public sealed class OqsDataTests {
    [Fact]
    public void Every_family_has_one_interface_and_every_unbuilt_one_says_what_is_unknown() {
        Assert.All(Enum.GetValues<OqsFamily>(), f => Assert.Single(OqsInterface.All, i => i.Family == f));
        Assert.All(OqsInterface.All.Where(i => i.Family is null), i => Assert.NotEmpty(i.Unknown));
        Assert.Equal(OqsInterface.All.Count, OqsInterface.All.Select(i => i.Prefix).Distinct().Count());
    }

    [Fact]
    public void Every_code_belongs_to_a_named_table() =>
        Assert.All(OqsCodes.All, c => Assert.NotNull(OqsCodes.TableName(c.Table)));

    [Fact]
    public void A_note_is_a_code_of_the_claim_specification_and_unconfirmed_classes_have_none() {
        var notes = OqsCodes.All.Where(c => c.Table == "012").Select(c => LimitNote.Of(c.Code)).ToList();
        Assert.All(notes.OfType<string>(), n => Assert.NotNull(ClaimSpec.Release202406.Table("06").Meaning(n)));
        Assert.Equal("区ア", ClaimSpec.Release202406.Table("06").Meaning(LimitNote.Of("A01")!));
        Assert.Equal("区カ", ClaimSpec.Release202406.Table("06").Meaning(LimitNote.Of("B09")!));
        Assert.Null(LimitNote.Of("B04"));
    }

    [Theory]
    [InlineData("OQSsiquc01req_20260401090001.xml", OqsFileRole.Request, OqsFamily.SingleCheck, 1)]
    [InlineData("OQSsiquc01res_20260401090001.xml", OqsFileRole.Answer, OqsFamily.SingleCheck, 1)]
    [InlineData("OQSsiquc01res_face_1369999999ABCDEFGHIJ0123456789_20260401090003.xml", OqsFileRole.FaceResult, OqsFamily.SingleCheck, 1)]
    [InlineData("OQSmuhvq02res_20260401090001.zip", OqsFileRole.Answer, OqsFamily.ConsentedVisits, 2)]
    [InlineData("OQSmuquc01req_x.err", OqsFileRole.Request, OqsFamily.BulkCheck, 1)]
    public void A_name_says_what_a_file_is_and_comes_back_the_same(string name, OqsFileRole role, OqsFamily family, int step) {
        var parsed = OqsFileName.Parse(name);
        Assert.NotNull(parsed);
        Assert.Equal((role, family, step, name), (parsed.Role, parsed.Family!.Value, parsed.Step, parsed.ToString()));
    }

    [Theory, InlineData(""), InlineData("desktop.ini"), InlineData("OQSsiquc01res.xml"), InlineData("OQSsiquc01res_1.tmp"), InlineData("OQSsiquc01req_face_1.xml"), InlineData("OQSsiquc01req_a/b.xml")]
    public void A_foreign_name_is_no_name(string name) => Assert.Null(OqsFileName.Parse(name));
}
