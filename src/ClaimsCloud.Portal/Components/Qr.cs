using QRCoder;

namespace ClaimsCloud.Portal.Components;

/// <summary>An address as a two-dimensional code, drawn on the server: no script, no other site.</summary>
internal static class Qr {
    private const int PixelsPerModule = 4;

    /// <param name="label">What a screen reader says.</param>
    public static string Svg(string address, string label) {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule).Replace("<svg ", $"<svg role=\"img\" aria-label=\"{label}\" ", StringComparison.Ordinal);
    }
}
