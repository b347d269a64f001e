using System.Net;
using System.Net.Http.Headers;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>One station of a <see cref="PortalStack"/>.</summary>
internal sealed class StackStation(PortalStack stack, string tenant, string name, string login) {
    public string Tenant => tenant;
    public string Name => name;
    public string Login => login;

    /// <summary>A signed-in visitor who sends what a browser sends.</summary>
    public Task<Visitor> Visit() => Visitor.SignedIn(stack.Address, login);

    /// <summary>Uploads through the portal's own form; answers the file's id.</summary>
    public async Task<string> Upload(byte[] bytes, string fileName = "RECEIPTH.UKE") => (await Send("/files", bytes, fileName))["/files/".Length..];

    /// <summary>Imports a month through the portal's own form; answers the address of the import.</summary>
    public Task<string> Import(string month, byte[] bytes, string fileName = "month.json") => Send($"/months/{month}/imports", bytes, fileName);

    private async Task<string> Send(string path, byte[] bytes, string fileName) {
        using var visitor = await Visit();
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { file, "file", fileName } };
        using var answer = await visitor.Post(path, form);
        return answer is { StatusCode: HttpStatusCode.Redirect, Headers.Location: { } location } && location.ToString().StartsWith(path + "/", StringComparison.Ordinal)
            ? location.ToString()
            : throw new InvalidOperationException($"The upload was answered with {answer.StatusCode} to {answer.Headers.Location}.");
    }
}
