using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Relay;

namespace ClaimsCloud.Edge;

/// <summary>What enrolment fixed, kept as <c>settings.json</c> in the data folder. It holds no secret.</summary>
/// <param name="TerminalOut">Folder of the designated terminal into which files for オンライン請求 are placed.</param>
/// <param name="TerminalIn">Folder into which a person saves lists and downloads.</param>
public sealed record EdgeSettings(Uri Cloud, string DeviceId, string StationName, string TerminalOut, string TerminalIn) {
    /// <summary>How the site reaches the closed network: <see cref="IpVpn"/>, <see cref="Ipsec"/>, or not said.</summary>
    public string? Line { get; init; }

    /// <summary>A server of the closed network, <c>name:port</c>, for the probes.</summary>
    public string? ClosedNetwork { get; init; }

    /// <summary>Last day of the certificate for オンライン請求 and オンライン資格確認, as read or entered.</summary>
    public DateOnly? CertificateEnds { get; init; }

    /// <summary>Last day of the certificate for 介護 claims.</summary>
    public DateOnly? CareCertificateEnds { get; init; }

    /// <summary>How early this site takes new versions.</summary>
    public ReleaseRing Ring { get; init; } = ReleaseRing.All;

    /// <summary>Set on a terminal without internet.</summary>
    public RelaySettings? Relay { get; init; }

    /// <summary>Folder of the terminal for オンライン資格確認, with <c>req</c> and <c>res</c> in it; null when this connector does not ask.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OqsRoot { get; init; }

    /// <summary>Folder with the terminal's <c>encrypt.conf</c>, whose checksum tells of a change; null where it cannot be read from here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OqsConfig { get; init; }

    /// <summary>Import folder of the software that signs and sends 介護 claims; null when this connector hands none over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CareOut { get; init; }

    /// <summary>Folder in which that software keeps what came from 国保連合会; only files of that name are taken. Null: such files are saved in <see cref="TerminalIn"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CareIn { get; init; }

    /// <summary>What this connector can be asked to do.</summary>
    internal IReadOnlyList<JobKind> Does => [JobKind.ClaimFile, .. OqsRoot is null ? (JobKind[])[] : [JobKind.Eligibility], .. CareOut is null ? (JobKind[])[] : [JobKind.CareClaimFile]];

    /// <summary>Every folder of the site that has to be there.</summary>
    internal IEnumerable<string> Folders => ((string?[])[TerminalOut, TerminalIn, CareOut, CareIn]).OfType<string>();

    public const string IpVpn = "ip-vpn";
    public const string Ipsec = "ipsec";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    /// <exception cref="InvalidOperationException">The folder holds no settings: the connector is not enrolled.</exception>
    public static EdgeSettings Load(string dataFolder) {
        var path = PathIn(dataFolder);
        if (!File.Exists(path)) throw new InvalidOperationException("登録されていません。先に enrol を実行してください。");
        return JsonSerializer.Deserialize<EdgeSettings>(File.ReadAllBytes(path)) ?? throw new InvalidDataException($"{path} is empty");
    }

    internal void Save(string dataFolder) => DurableFiles.WriteSecret(PathIn(dataFolder), JsonSerializer.SerializeToUtf8Bytes(this, Format));

    internal HttpMessageHandler Way(string dataFolder, TimeProvider time) => Relay is null ? CloudLine.Sockets() : RelayHandler.For(Relay, dataFolder, time);

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "settings.json");
}
