using System.Text;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>The spans in an export request of OTLP (trace.proto), as much of them as the tests ask for.</summary>
internal static class OtlpSpans {
    private const int Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5;

    /// <summary>ExportTraceServiceRequest.resource_spans.scope_spans.spans.</summary>
    public static IEnumerable<SpanSeen> Read(byte[] request) =>
        Parts(request, 1).SelectMany(resource => Parts(resource, 2)).SelectMany(scope => Parts(scope, 2)).Select(span => new SpanSeen(
            Text(Parts(span, 5)), Hex(Parts(span, 1)), Hex(Parts(span, 2)), Hex(Parts(span, 4)), [.. Parts(span, 13).Select(link => (Hex(Parts(link, 1)), Hex(Parts(link, 2))))]));

    private static string Hex(IEnumerable<byte[]> parts) => Convert.ToHexStringLower(parts.FirstOrDefault() ?? []);

    private static string Text(IEnumerable<byte[]> parts) => Encoding.UTF8.GetString(parts.FirstOrDefault() ?? []);

    /// <summary>The delimited fields of that number in a protobuf message.</summary>
    private static IEnumerable<byte[]> Parts(byte[] message, int field) {
        for (var at = 0; at < message.Length;) {
            var tag = Number(message, ref at);
            switch ((int)(tag & 7)) {
                case Varint: Number(message, ref at); break;
                case Fixed64: at += 8; break;
                case Fixed32: at += 4; break;
                case Delimited:
                    var length = (int)Number(message, ref at);
                    if (tag >> 3 == (ulong)field) yield return message[at..(at + length)];
                    at += length;
                    break;
                default: throw new InvalidDataException($"{tag & 7} is no wire type.");
            }
        }
    }

    private static ulong Number(byte[] message, ref int at) {
        for (var (number, shift) = (0ul, 0); ; shift += 7) {
            var one = message[at++];
            number |= (ulong)(one & 0x7f) << shift;
            if (one < 0x80) return number;
        }
    }
}

internal sealed record SpanSeen(string Name, string Trace, string Id, string Parent, IReadOnlyList<(string Trace, string Id)> Links);
