using System.CommandLine;

namespace ClaimsCloud.Edge.Commands;

/// <summary>An option that is an http or https address: the library parses none by itself.</summary>
internal static class AddressOption {
    /// <returns>Null when the option was not given.</returns>
    public static Option<Uri?> Make(string name, string description) => new(name) {
        Description = description,
        CustomParser = result => {
            if (Uri.TryCreate(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            result.AddError($"{name} には、https:// または http:// で始まるアドレスを指定してください。");
            return null;
        },
    };

    public static Option<Uri?> Required(string name, string description) {
        var option = Make(name, description);
        option.Required = true;
        return option;
    }
}
