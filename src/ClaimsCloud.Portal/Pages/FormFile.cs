using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ClaimsCloud.Portal.Pages;

/// <summary>The file of a form as it arrives: it is never held in memory or on a disk here.</summary>
/// <param name="Before">The fields that stand before it in the form.</param>
internal sealed record FormFile(string Name, Stream Content, IReadOnlyDictionary<string, string> Before) {
    private const int LongestField = 200;

    /// <summary>Null when no file was chosen. The content can be read until the next part of the form is.</summary>
    public static async Task<FormFile?> Find(HttpRequest request, CancellationToken stop) {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
            return null;
        var parts = new MultipartReader(boundary.Value!, request.Body);
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await parts.ReadNextSectionAsync(stop) is { } part) {
            if (part.GetContentDispositionHeader() is not { } about || HeaderUtilities.RemoveQuotes(about.Name).Value is not { } field) continue;
            if (field == "file")
                return HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).Value is { Length: > 0 } name ? new(name, part.Body, before) : null;
            before[field] = await Text(part.Body, stop);
        }
        return null;
    }

    private static async Task<string> Text(Stream field, CancellationToken stop) {
        var bytes = new byte[LongestField];
        return Encoding.UTF8.GetString(bytes, 0, await field.ReadAtLeastAsync(bytes, LongestField, throwOnEndOfStream: false, stop));
    }
}
