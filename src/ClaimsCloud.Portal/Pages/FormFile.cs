using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ClaimsCloud.Portal.Pages;

/// <summary>The file of a form as it arrives: it is never held in memory or on a disk here.</summary>
internal sealed record FormFile(string Name, Stream Content) {
    /// <summary>Null when no file was chosen. The content can be read until the next part of the form is.</summary>
    public static async Task<FormFile?> Find(HttpRequest request, CancellationToken stop) {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
            return null;
        var parts = new MultipartReader(boundary.Value!, request.Body);
        while (await parts.ReadNextSectionAsync(stop) is { } part)
            if (part.GetContentDispositionHeader() is { } about && HeaderUtilities.RemoveQuotes(about.Name) == "file")
                return HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).Value is { Length: > 0 } name ? new(name, part.Body) : null;
        return null;
    }
}
