using System.Globalization;
using System.Net.Http.Headers;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page can read and do, one method a route of <see cref="PortalRoutes"/>.</summary>
internal sealed class CloudApi(CloudConnection cloud, IHttpContextAccessor call) {
    public Task<Answer<Page<ClaimFileRow>>> Files(string? search, string? after, CancellationToken stop) =>
        Get<Page<ClaimFileRow>>(Paths.Query(PortalRoutes.ClaimFiles, ("search", search), ("after", after)), stop);

    public Task<Answer<ClaimFileDetail>> File(string fileId, CancellationToken stop) => Get<ClaimFileDetail>(Paths.Fill(PortalRoutes.ClaimFile, fileId), stop);

    public Task<Answer<Page<FindingRow>>> Findings(string fileId, string? severity, string? search, int page, CancellationToken stop) =>
        Get<Page<FindingRow>>(Paths.Query(Paths.Fill(PortalRoutes.Findings, fileId), ("severity", severity), ("search", search), ("page", Number(page))), stop);

    public Task<Answer<Page<ClaimRow>>> Claims(string fileId, string? search, int page, CancellationToken stop) =>
        Get<Page<ClaimRow>>(Paths.Query(Paths.Fill(PortalRoutes.Claims, fileId), ("search", search), ("page", Number(page))), stop);

    public Task<Answer<ReceiptDetail>> Claim(string fileId, int number, CancellationToken stop) =>
        Get<ReceiptDetail>(Paths.Fill(PortalRoutes.Claim, fileId, number.ToString(CultureInfo.InvariantCulture)), stop);

    public Task<Answer<ClaimFileRow>> Upload(string name, Stream content, CancellationToken stop) => Send<ClaimFileRow>(Paths.Query(PortalRoutes.ClaimFiles, ("name", name)), content, stop);

    /// <summary>The bytes as they came; the caller disposes the answer.</summary>
    public Task<Answer<HttpResponseMessage>> Original(string fileId, CancellationToken stop) => cloud.Open(Paths.Fill(PortalRoutes.Original, fileId), Token, stop);

    public Task<Answer<ClaimFileDetail>> Seal(string fileId, string? whyAgain, CancellationToken stop) => Post<ClaimFileDetail>(Paths.Fill(PortalRoutes.Seal, fileId), new SealRequest(whyAgain), stop);

    public Task<Answer<Page<ReturnFileRow>>> ReturnFiles(string? after, string? asked, CancellationToken stop) =>
        Get<Page<ReturnFileRow>>(Paths.Query(PortalRoutes.ReturnFiles, ("after", after), ("asked", asked)), stop);

    public Task<Answer<ReturnFileDetail>> ReturnFile(string returnFileId, CancellationToken stop) => Get<ReturnFileDetail>(Paths.Fill(PortalRoutes.ReturnFile, returnFileId), stop);

    /// <summary>The bytes as they came up; the caller disposes the answer.</summary>
    public Task<Answer<HttpResponseMessage>> ReturnFileOriginal(string returnFileId, CancellationToken stop) => cloud.Open(Paths.Fill(PortalRoutes.ReturnFileOriginal, returnFileId), Token, stop);

    public Task<Answer<ReturnFileRow>> NameReturnFile(string returnFileId, ReturnFileNaming said, CancellationToken stop) =>
        Post<ReturnFileRow>(Paths.Fill(PortalRoutes.ReturnFileKind, returnFileId), said, stop);

    public Task<Answer<ReturnItemRow[]>> ReturnItems(string? closed, CancellationToken stop) => Get<ReturnItemRow[]>(Paths.Query(PortalRoutes.ReturnItems, ("closed", closed)), stop);

    public Task<Answer<ReturnItemDetail>> ReturnItem(string itemId, CancellationToken stop) => Get<ReturnItemDetail>(Paths.Fill(PortalRoutes.ReturnItem, itemId), stop);

    public Task<Answer<ReturnItemDetail>> Link(string itemId, LinkRequest request, CancellationToken stop) => Post<ReturnItemDetail>(Paths.Fill(PortalRoutes.ReturnItemLink, itemId), request, stop);

    public Task<Answer<ReturnItemDetail>> Move(string itemId, ReturnMove move, CancellationToken stop) => Post<ReturnItemDetail>(Paths.Fill(PortalRoutes.ReturnItemMoves, itemId), move, stop);

    public Task<Answer<ReturnItemDetail>> Replace(string itemId, ReplacementRequest request, CancellationToken stop) =>
        Post<ReturnItemDetail>(Paths.Fill(PortalRoutes.ReturnItemReplacements, itemId), request, stop);

    public Task<Answer<ResubmissionAnswer>> Resubmit(string fileId, ResubmissionRequest request, CancellationToken stop) => Post<ResubmissionAnswer>(Paths.Fill(PortalRoutes.Resubmission, fileId), request, stop);

    public Task<Answer<YenAtRisk>> YenAtRisk(CancellationToken stop) => Get<YenAtRisk>(PortalRoutes.YenAtRisk, stop);

    public Task<Answer<ConnectorRow[]>> Connectors(CancellationToken stop) => Get<ConnectorRow[]>(PortalRoutes.Connectors, stop);

    /// <summary>Null when it was done.</summary>
    public Task<Refusal?> Revoke(string deviceId, CancellationToken stop) => cloud.Tell(Paths.Fill(PortalRoutes.RevokeConnector, deviceId), Token, stop);

    public Task<Answer<EnrolmentCode>> NewCode(CancellationToken stop) => Post<EnrolmentCode>(PortalRoutes.EnrolmentCodes, stop);

    public Task<Answer<RulePage[]>> Rules(CancellationToken stop) => Get<RulePage[]>(PortalRoutes.Rules, stop);

    public Task<Answer<DeskReleaseRow[]>> Releases(CancellationToken stop) => Get<DeskReleaseRow[]>(PortalRoutes.DeskReleases, stop);

    public Task<Answer<DeskReleaseRow>> Publish(string? share, Stream content, CancellationToken stop) => Send<DeskReleaseRow>(Paths.Query(PortalRoutes.DeskReleases, ("share", share)), content, stop);

    /// <summary>Null when it was done.</summary>
    public Task<Refusal?> StopRelease(string releaseId, CancellationToken stop) => cloud.Tell(Paths.Fill(PortalRoutes.DeskReleaseStop, releaseId), Token, stop);

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");

    private Task<Answer<T>> Get<T>(string path, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Get, path, Token, null, stop);

    private Task<Answer<T>> Post<T>(string path, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Post, path, Token, null, stop);

    private Task<Answer<T>> Post<T>(string path, object body, CancellationToken stop) where T : class => cloud.Ask<T>(HttpMethod.Post, path, Token, JsonContent.Create(body, body.GetType()), stop);

    private async Task<Answer<T>> Send<T>(string path, Stream content, CancellationToken stop) where T : class {
        using var body = new StreamContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await cloud.Ask<T>(HttpMethod.Post, path, Token, body, stop);
    }

    private static string? Number(int page) => page <= 1 ? null : page.ToString(CultureInfo.InvariantCulture);
}
