using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace ClaimsCloud.Testing.Oqs;

/// <summary>
/// 連携アプリケーション of the terminal, with the folders <c>req</c>, <c>res</c> and <c>face</c> under one root. It acts only in <see cref="Look"/>, so a test owns its time;
/// <see cref="Run"/> looks by itself, for the demo and for training. It remembers every request that it took: the witness of what was asked, and how often.
/// </summary>
public sealed class OqsSimulator {
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly OqsServer _server;
    private readonly HashSet<OqsFault> _faults = [];
    private readonly List<(string Name, byte[] Content)> _later = [];
    private readonly Queue<(string Path, byte[] Part)> _unwritten = new();
    private readonly List<string> _taken = [];

    public OqsSimulator(string root, TimeProvider time, int seed) {
        (_time, _random, _server) = (time, new Random(seed), new OqsServer(Has));
        (Req, Res, Face) = (Path.Combine(root, "req"), Path.Combine(root, "res"), Path.Combine(root, "face"));
        foreach (var folder in new[] { Req, Res, Face }) Directory.CreateDirectory(folder);
        _server.People.AddRange(OqsPerson.All);
    }

    public string Req { get; }
    public string Res { get; }
    public string Face { get; }
    public IList<OqsPerson> People => _server.People;

    /// <summary>Names of the requests that were taken, in order; a name that stands here twice was asked twice.</summary>
    public IReadOnlyList<string> Taken => _taken;

    /// <exception cref="ArgumentException">No fault has that name.</exception>
    public void Inject(string fault) => _faults.Add(OqsFault.All.FirstOrDefault(f => f.Name == fault) ?? throw new ArgumentException($"no fault {fault}", nameof(fault)));

    public void Remove(string fault) => _faults.RemoveWhere(f => f.Name == fault);

    public bool Has(OqsFault fault) => _faults.Contains(fault);

    public async Task Run(TimeSpan lookEvery, CancellationToken stop) {
        while (!stop.IsCancellationRequested) {
            Look();
            await Task.Delay(lookEvery, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One round: writes on, brings out what was late, takes requests and answers them.</summary>
    public void Look() {
        if (_unwritten.TryDequeue(out var next)) Append(next.Path, next.Part);
        if (Has(OqsFault.ForeignFiles)) PutForeignFiles();
        if (!Has(OqsFault.Slow)) {
            foreach (var (name, content) in _later) Write(name, content);
            _later.Clear();
        }
        if (Has(OqsFault.Stopped)) return;
        foreach (var path in Directory.GetFiles(Req, "OQS*req_*.xml").Order(StringComparer.Ordinal)) Take(path);
    }

    /// <summary>A person holds her card to the reader.</summary>
    /// <returns>Path of the result.</returns>
    public string PushFace(OqsPerson person, string station) {
        var device = Convert.ToHexString(Bytes(10));
        var path = Path.Combine(Face, $"OQSsiquc01res_face_{station}{device}_{Now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}.xml");
        File.WriteAllBytes(path, OqsText.Utf8(OqsText.Shuffled(_server.Face(person, station, device, Now), _random)));
        return path;
    }

    private DateTime Now => _time.GetUtcNow().ToOffset(Japan).DateTime;

    private void Take(string path) {
        var bytes = File.ReadAllBytes(path);
        var name = Path.GetFileName(path);
        File.Delete(path);
        _taken.Add(name);
        if (Has(OqsFault.Silent)) return;
        if (Has(OqsFault.ErrFile)) {
            File.WriteAllBytes(Path.Combine(Res, name), bytes);
            File.WriteAllText(Path.Combine(Res, Path.ChangeExtension(name, ".err")), "<XmlMsg><MessageHeader><ErrorCode>XX0003</ErrorCode><ErrorMessage>模擬の受付エラーです。</ErrorMessage></MessageHeader></XmlMsg>");
            return;
        }
        var kind = name[..10];
        var request = XElement.Parse(Encoding.UTF8.GetString(bytes), LoadOptions.PreserveWhitespace);
        var answer = OqsText.Shuffled(_server.Answer(kind, Plain(request), Now), _random);
        var (answerName, content) = Form(kind, name.Replace("req_", "res_", StringComparison.Ordinal), answer);
        if (Has(OqsFault.Slow)) _later.Add((answerName, content));
        else Write(answerName, content);
    }

    private (string Name, byte[] Content) Form(string kind, string name, XElement answer) {
        var content = Has(OqsFault.WrongEncoding) ? OqsText.Mislabelled(answer) : _random.Next(2) == 0 ? OqsText.Utf8(answer) : OqsText.ShiftJis(answer);
        if (Has(OqsFault.Encrypted)) return (name, OqsText.Zip(name, content, ZipMark.Encrypted));
        if (Has(OqsFault.Zipped) && kind[^1] == '2') return (Path.ChangeExtension(name, ".zip"), OqsText.Zip(name, content, ZipMark.Plain));
        return (name, Has(OqsFault.Truncated) ? content[..(content.Length / 2)] : content);
    }

    private void Write(string name, byte[] content) {
        var path = Path.Combine(Res, name);
        var parts = Has(OqsFault.Split) ? content.Chunk(Math.Max(1, content.Length / 3)).ToList() : [content];
        Append(path, parts[0]);
        foreach (var part in parts.Skip(1)) _unwritten.Enqueue((path, part));
    }

    private void PutForeignFiles() {
        File.WriteAllText(Path.Combine(Req, "OQSsiquc01req_other.tmp"), "another product's");
        File.WriteAllText(Path.Combine(Res, "OQSsiquc01res_202604010001.xml"), "another product's");
        File.WriteAllText(Path.Combine(Res, "desktop.ini"), "");
    }

    private static void Append(string path, byte[] part) {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(part);
    }

    /// <summary>White space between elements is layout, in values it is data.</summary>
    private static XElement Plain(XElement element) =>
        element.HasElements ? new XElement(element.Name, element.Elements().Select(Plain)) : new XElement(element.Name, element.Value);

    private byte[] Bytes(int count) {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
