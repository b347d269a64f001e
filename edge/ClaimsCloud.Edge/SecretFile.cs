using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ClaimsCloud.Edge;

/// <summary>A small secret on the disk: readable by its owner only, and on Windows sealed by the system (DPAPI) for this PC, so that a copied disk does not open it.</summary>
internal static class SecretFile {
    private const uint NoWindow = 1;
    private const uint ForThisMachine = 4;

    public static void Write(string path, ReadOnlySpan<byte> secret) =>
        DurableFiles.WriteSecret(path, OperatingSystem.IsWindows() ? Transform(secret.ToArray(), isSealing: true) : secret);

    public static byte[] Read(string path) {
        var content = File.ReadAllBytes(path);
        // Version 1.0 wrote plain text.
        return OperatingSystem.IsWindows() && !content.AsSpan().StartsWith("-----"u8) ? Transform(content, isSealing: false) : content;
    }

    [SupportedOSPlatform("windows")]
    private static byte[] Transform(byte[] bytes, bool isSealing) {
        var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try {
            var from = new Blob { Size = bytes.Length, Data = pinned.AddrOfPinnedObject() };
            var done = isSealing ? Protect(ref from, null, 0, 0, 0, NoWindow | ForThisMachine, out var to) : Unprotect(ref from, 0, 0, 0, 0, NoWindow, out to);
            if (!done) throw new IOException($"the system could not {(isSealing ? "seal" : "open")} the key ({Marshal.GetLastPInvokeError()})");
            var result = new byte[to.Size];
            Marshal.Copy(to.Data, result, 0, to.Size);
            Marshal.FreeHGlobal(to.Data);
            return result;
        } finally {
            pinned.Free();
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Blob {
        public int Size;
        public nint Data;
    }

    [DllImport("crypt32.dll", EntryPoint = "CryptProtectData", SetLastError = true, CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool Protect(ref Blob from, string? description, nint entropy, nint reserved, nint prompt, uint flags, out Blob to);

    [DllImport("crypt32.dll", EntryPoint = "CryptUnprotectData", SetLastError = true, CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool Unprotect(ref Blob from, nint description, nint entropy, nint reserved, nint prompt, uint flags, out Blob to);
}
