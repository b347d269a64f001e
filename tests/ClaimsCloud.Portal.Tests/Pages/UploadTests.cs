using System.Net;
using System.Net.Http.Headers;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Pages;

public sealed class UploadTests(Tour tour) {
    [Theory]
    [InlineData("demo-station-a")]
    [InlineData("manual-shaho")]
    public async Task What_was_taken_in_can_be_downloaded_byte_for_byte(string sample) {
        var bytes = UkeText.Sample(sample);
        var fileId = await tour.Station.Upload(bytes, "請求 10月.UKE");
        using var answer = await tour.Biller.Get($"/files/{fileId}/original");
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("請求 10月.UKE", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
    }

    [Fact]
    public async Task Any_bytes_are_taken_in_and_kept() {
        foreach (var bytes in (byte[][])[[], [0], [0x1A], [.. Enumerable.Range(0, 70_000).Select(i => (byte)(i % 256))], "--boundary\r\n\r\n"u8.ToArray()]) {
            var fileId = await tour.Station.Upload(bytes);
            using var answer = await tour.Biller.Get($"/files/{fileId}/original");
            Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_form_without_a_file_comes_back_with_the_problem_tied_to_its_field() {
        using var nothing = new ByteArrayContent([]);
        nothing.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = "\"\"" };
        using var form = new MultipartFormDataContent { nothing };
        using var otherField = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        using var notMultipart = new FormUrlEncodedContent([new("file", "x")]);
        foreach (var body in (HttpContent[])[form, otherField, notMultipart]) {
            using var answer = await tour.Biller.Post("/files", body);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("取り込むファイルを選んでください。", html, StringComparison.Ordinal);
            Assert.Contains("aria-describedby=\"file-help file-problem\"", html, StringComparison.Ordinal);
            Assert.Contains("href=\"#file\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_torn_upload_leaves_the_person_with_a_page_and_no_file() {
        using var torn = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"TORN.UKE\"\r\n\r\nHM,");
        torn.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var answer = await tour.Biller.Post("/files", torn);
        Assert.True((int)answer.StatusCode >= 400, $"answered {answer.StatusCode}");
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("TORN.UKE", await Stack.Pages.Html(tour.Biller, "/files"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_errors_cannot_be_sealed_and_the_page_says_why() {
        using var answer = await tour.Biller.Post($"/files/{tour.FaultyFile}/seal");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("封印できませんでした", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
