using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ClaimsCloud.Application.Shared;

/// <summary>A blob as an answer, whole or the one range that was asked for. More than one range at a time is answered with the whole.</summary>
internal sealed class RangedContent(IBlobs blobs, string blob, string sha256, string fileName) : IResult {
    public async Task ExecuteAsync(HttpContext httpContext) {
        var (request, response, stop) = (httpContext.Request, httpContext.Response, httpContext.RequestAborted);
        var size = await Size(stop);
        if (size is not { } whole) {
            await new Refused(Refusals.NotFound).ExecuteAsync(httpContext);
            return;
        }
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ETag = $"\"{sha256}\"";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = fileName }.ToString();
        if (!TryRange(request, whole, out var from, out var length)) {
            response.Headers.ContentRange = $"bytes */{whole}";
            await new Refused(Refusals.RangeNotSatisfiable).ExecuteAsync(httpContext);
            return;
        }
        if (length != whole || from > 0) {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{from + length - 1}/{whole}");
        }
        response.ContentType = "application/octet-stream";
        response.ContentLength = length;
        await using var content = await blobs.Open(blob, from, length, stop) ?? throw new IOException($"Blob {blob} vanished.");
        await content.Content.CopyToAsync(response.Body, stop);
    }

    private async Task<long?> Size(CancellationToken stop) {
        await using var empty = await blobs.Open(blob, 0, 0, stop);
        return empty?.Size;
    }

    /// <summary>False when the range lies outside; everything when there is none, or one we need not honour.</summary>
    private static bool TryRange(HttpRequest request, long size, out long from, out long length) {
        (from, length) = (0, size);
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var header) || header.Unit != "bytes" || header.Ranges.Count != 1) return true;
        var range = header.Ranges.Single();
        if (range.From is { } start) {
            if (start >= size) return false;
            (from, length) = (start, Math.Min(range.To ?? size - 1, size - 1) - start + 1);
            return true;
        }
        if (range.To is null or 0 || size == 0) return false;
        length = Math.Min(range.To.Value, size);
        from = size - length;
        return true;
    }
}
