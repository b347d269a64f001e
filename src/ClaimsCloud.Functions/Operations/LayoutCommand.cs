using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Functions.Operations;

/// <summary>
/// <c>layout</c> tells in which layout the stores are, a line a scope. <c>layout --To N</c> moves all of them there, forward or back, and prints a line for each scope that takes a step; with
/// <c>--Tenant ID</c> only that tenant. It may be repeated after a crash. Where the stores are a folder, their host must be stopped; in Azure everything goes on meanwhile (decisions/024).
/// </summary>
internal static class LayoutCommand {
    public const string Name = "layout";

    public static async Task<int> Run(FunctionsSettings settings, TextWriter output, TextWriter errors, CancellationToken stop) {
        try {
            await using var stores = settings.OpenStores();
            var directory = new TenantDirectory(stores, TimeProvider.System, new RandomIds());
            var tenant = settings.All["Tenant"] is { } id ? new TenantId(id) : (TenantId?)null;
            if (tenant is { } named && await directory.Open(named, stop) is null) return await No($"There is no tenant {named}.");
            if (settings.All["To"] is not { } text) await Tell(tenant, stores, directory, output, stop);
            else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var to)) await Move(to, tenant, stores, directory, output, stop);
            else return await No($"'{text}' is no layout.");
            return 0;
        } catch (StoreLayoutException e) {
            return await No(e.Message);
        }

        async Task<int> No(string why) {
            await errors.WriteLineAsync(why);
            return 1;
        }
    }

    private static async Task Tell(TenantId? tenant, IStores stores, TenantDirectory directory, TextWriter output, CancellationToken stop) {
        await output.WriteLineAsync($"this program writes {StoreSteps.Newest}");
        await foreach (var scope in directory.Scopes(stop).Where(scope => tenant is null || scope.Tenant == tenant).WithCancellation(stop))
            await output.WriteLineAsync($"{scope} {await stores.Open(scope).Rows.Layout(stop)}");
    }

    private static async Task Move(int to, TenantId? tenant, IStores stores, TenantDirectory directory, TextWriter output, CancellationToken stop) {
        if (tenant is { } one) await Line(await MoveStores.One(one, to, stores, stop));
        else await foreach (var move in MoveStores.Handle(to, stores, directory, stop)) await Line(move);
        await output.WriteLineAsync($"{(tenant is { } only ? ScopeName.Of(only) : "all")} {StoreSteps.At(to)}");

        Task Line(ScopeMove move) => output.WriteLineAsync($"{move.Scope} {move.Was} -> {move.Now} rows {move.Rows}");
    }
}
