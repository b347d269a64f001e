using QRCoder;

namespace ClaimsCloud.Portal.Pages.Eligibility;

/// <summary>An address as a two-dimensional code, drawn on the server: no script, no other site.</summary>
internal static class QrCode {
    private const int PixelsPerModule = 4;

    public static string Svg(string address) {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule).Replace("<svg ", "<svg role=\"img\" aria-label=\"マイナ在宅受付Webの二次元コード\" ", StringComparison.Ordinal);
    }
}
