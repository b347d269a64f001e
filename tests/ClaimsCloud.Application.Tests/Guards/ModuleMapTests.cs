using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Guards;

/// <summary>Holds the module map of the application: folder = namespace, who may use whom, no cycle. The map itself stands in the project's README.</summary>
public sealed partial class ModuleMapTests {
    private const string Root = "ClaimsCloud.Application";

    private static readonly Dictionary<string, string[]> MayUse = new() {
        ["Shared"] = [],
        ["Audit"] = ["Shared"],
        ["Tenancy"] = ["Shared", "Audit"],
        ["Identity"] = ["Shared", "Audit", "Tenancy"],
        ["Stations"] = ["Shared", "Audit", "Tenancy", "Identity"],
        ["Months"] = ["Shared", "Audit", "Tenancy", "Identity", "Stations"],
        ["EdgeLink"] = ["Shared", "Audit"],
        ["Eligibility"] = ["Shared", "Audit", "Tenancy", "Identity", "Stations", "Months", "EdgeLink"],
        ["Claims"] = ["Shared", "Audit", "Tenancy", "Identity", "Stations", "Months", "EdgeLink", "Eligibility"],
        ["Returns"] = ["Shared", "Audit", "Tenancy", "Identity", "Stations", "Months", "EdgeLink", "Eligibility", "Claims"],
        ["Submissions"] = ["Shared", "Audit", "Tenancy", "Identity", "Stations", "Months", "EdgeLink", "Eligibility", "Claims", "Returns"],
        ["Privacy"] = ["Shared", "Audit", "Tenancy", "Identity", "Stations", "Months", "EdgeLink", "Eligibility", "Claims", "Returns"],
        ["Support"] = ["Shared", "Audit", "Tenancy", "Identity", "Stations", "Months", "EdgeLink", "Eligibility", "Claims"],
        ["Cases"] = ["Shared", "Audit", "Tenancy", "Identity", "Stations"],
        ["Desk"] = ["Shared", "Audit", "Tenancy", "Identity", "Stations", "Cases"],
    };

    /// <summary>What may stand next to the modules: the composition of them all.</summary>
    private const string Composition = "ClaimsCloudModules.cs";

    private static readonly string Source = FindSource();
    private static readonly string[] Files = [.. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"))];

    [Fact]
    public void Every_folder_is_a_module_of_the_map_and_every_module_has_its_folder() =>
        Assert.Equal(MayUse.Keys.Order(StringComparer.Ordinal), Modules().Where(m => m != Composition).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_namespace_of_a_file_is_its_folder() {
        foreach (var file in Files) {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(Source, file))!.Replace(Path.DirectorySeparatorChar, '.');
            var expected = folder.Length == 0 ? Root : $"{Root}.{folder}";
            Assert.True(NamespaceLine().Match(File.ReadAllText(file)).Groups["name"].Value == expected, $"{Path.GetRelativePath(Source, file)} is not in {expected}");
        }
    }

    [Fact]
    public void No_file_names_a_module_that_its_own_may_not_use() {
        foreach (var file in Files) {
            var module = ModuleOf(file);
            if (module == Composition) continue;
            foreach (Match use in Mention().Matches(File.ReadAllText(file)))
                Assert.True(Allowed(module, use.Groups["name"].Value), $"{Path.GetRelativePath(Source, file)} uses {use.Groups["name"].Value}");
        }
    }

    [Fact]
    public void No_type_reaches_into_a_module_that_its_own_may_not_use() {
        foreach (var type in typeof(EndpointTable).Assembly.GetTypes()) {
            if (ModuleOf(type) is not { } module || module == "ClaimsCloudModules") continue;
            foreach (var used in Reached(type).Select(ModuleOf).OfType<string>())
                Assert.True(Allowed(module, used), $"{type.FullName} uses {used}");
        }
    }

    [Fact]
    public void The_map_has_no_cycle_and_is_closed() {
        foreach (var (module, uses) in MayUse) {
            Assert.DoesNotContain(module, uses);
            foreach (var used in uses) {
                Assert.DoesNotContain(module, MayUse[used]);
                Assert.Subset(uses.ToHashSet(), MayUse[used].ToHashSet());
            }
        }
    }

    [Fact]
    public void Only_the_host_and_Tenancy_can_open_a_tenant() {
        var opening = Files.Where(f => File.ReadAllText(f) is var text && (text.Contains(nameof(IStores)) || text.Contains("TenantDirectory")))
            .Select(ModuleOf).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Shared", "Tenancy"], opening);
        Assert.DoesNotContain(Files.Where(f => ModuleOf(f) == "Shared" && Path.GetFileName(f) != "IStores.cs"), f => File.ReadAllText(f).Contains(nameof(IStores)));
    }

    [Fact]
    public void No_port_takes_a_tenant_and_the_desk_scope_hands_out_nothing_but_projections() {
        foreach (var port in (Type[])[typeof(IDocuments), typeof(IBlobs), typeof(IOutbox)])
            Assert.DoesNotContain(port.GetMethods().SelectMany(m => m.GetParameters()), p => p.ParameterType == typeof(TenantId) || p.ParameterType == typeof(ScopeName));
        var reachable = typeof(Application.Desk.DeskScope).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OfType<PropertyInfo>();
        Assert.Empty(reachable);
    }

    [Fact]
    public void Files_stay_small() {
        foreach (var file in Files) Assert.True(File.ReadLines(file).Count() <= 250, $"{Path.GetRelativePath(Source, file)} is too long");
    }

    [Fact]
    public void The_readme_draws_this_map() {
        var readme = File.ReadAllText(Path.Combine(Source, "README.md"));
        foreach (var (module, uses) in MayUse)
            Assert.Matches($@"(?m)^\| `{module}` \| [^|]+ \| {Regex.Escape(uses.Length == 0 ? "nobody" : string.Join(", ", uses))} \|", readme);
    }

    private static bool Allowed(string module, string used) => module == used || !MayUse.ContainsKey(used) || MayUse[module].Contains(used);

    private static IEnumerable<string> Modules() => Files.Select(ModuleOf);

    private static string ModuleOf(string file) => Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar)[0];

    private static string? ModuleOf(Type type) =>
        type.Namespace is { } ns && ns.StartsWith(Root, StringComparison.Ordinal) ? ns.Length == Root.Length ? "ClaimsCloudModules" : ns[(Root.Length + 1)..].Split('.')[0] : null;

    private static IEnumerable<Type> Reached(Type type) {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return type.GetFields(all).Select(f => f.FieldType)
            .Concat(type.GetMethods(all).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.GetMethods(all).SelectMany(m => m.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []))
            .Concat(type.GetInterfaces()).Append(type.BaseType ?? typeof(object)).SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];

    private static string FindSource([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", Root));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"ClaimsCloud\.Application\.(?<name>\w+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();
}
