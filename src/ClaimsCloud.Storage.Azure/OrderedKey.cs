using System.Text;

namespace ClaimsCloud.Storage.Azure;

/// <summary>
/// Index value and document id as one printable ASCII text that sorts as the value's UTF-8 bytes, then the id: one property to order by, unique, the
/// same in every collation. Bytes up to '!' and from '~' are written as hex behind '!' or '~', so that a space can end the value and sorts before
/// any longer one.
/// </summary>
internal static class OrderedKey {
    private const char End = ' ';
    private const char AfterEnd = '!';
    /// <summary>Before and after every key.</summary>
    public const string First = "", Last = "~~";

    public static string Of(string value, string id) => Escaped(value) + End + id;

    /// <summary>Not after any key of this value.</summary>
    public static string From(string value) => Escaped(value) + End;

    /// <summary>After every key of this value, before those of every greater one.</summary>
    public static string Beyond(string value) => Escaped(value) + AfterEnd;

    public static string ValueOf(string key) {
        var end = key.IndexOf(End);
        var bytes = new List<byte>(end);
        for (var at = 0; at < end;) {
            var escaped = key[at] is '!' or '~';
            bytes.Add(escaped ? Convert.ToByte(key.Substring(at + 1, 2), 16) : (byte)key[at]);
            at += escaped ? 3 : 1;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Escaped(string value) {
        var text = new StringBuilder(value.Length + 8);
        foreach (var one in Encoding.UTF8.GetBytes(value)) {
            if (one is > (byte)'!' and < (byte)'~') text.Append((char)one);
            else text.Append(one <= '!' ? '!' : '~').Append(one.ToString("x2"));
        }
        return text.ToString();
    }
}
