using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>All scopes of an installation on their way: the platform plane's stamp stands for them, wherever it dies.</summary>
public abstract class StoresLayoutContract : PortContract {
    private static readonly ScopeName[] Tenants = [Here, Elsewhere];
    private static readonly IReadOnlyDictionary<int, ScopeRow[]> Forms = KindsOfBefore.Rows(Start)
        .ToDictionary(form => form.Key, form => form.Value.Where(row => row.Id is "e1" or "f1" or "m1").ToArray());

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    public async Task Wherever_a_move_of_all_dies_the_platform_tells_and_the_next_start_or_command_ends_it(int from, int to) {
        await OpenTenants(Tenants);
        for (var writes = 1; ; writes++) {
            foreach (var scope in (ScopeName[])[ScopeName.Platform, .. Tenants]) await Put(scope, from);
            var dying = new DyingStores(Stores, writes);
            try {
                await MoveStores.Handle(to, dying, Directory(dying), Stop).CountAsync(Stop);
                Assert.InRange(writes, 10, 200);
                break;
            } catch (IOException) {
                await Restart();
            }
            var whole = await Layout(ScopeName.Platform);
            foreach (var tenant in Tenants) {
                var stamp = await Layout(tenant);
                Assert.InRange(stamp.Lowest, whole.Lowest, whole.Highest);
                Assert.InRange(stamp.Highest, whole.Lowest, whole.Highest);
                Assert.InRange(stamp.ReadableFrom, 1, whole.ReadableFrom);
                Assert.InRange(whole.Highest - whole.Lowest, 0, 1);
            }
            if (writes % 2 == 0) await MoveStores.AtStart(Stores, Directory(Stores), Stop).CountAsync(Stop);
            else await MoveStores.Handle(to, Stores, Directory(Stores), Stop).CountAsync(Stop);
            // A start goes forward, whatever somebody had in mind before.
            var end = writes % 2 == 0 ? 3 : to;
            foreach (var scope in (ScopeName[])[ScopeName.Platform, .. Tenants]) {
                Assert.Equal(StoreSteps.At(end), await Layout(scope));
                Assert.Equal(Texts(Forms[end].Select(StoreSteps.Step(3).Back)), Texts((await All(scope)).Select(StoreSteps.Step(3).Back)));
            }
        }
    }

    [Fact]
    public async Task One_tenant_moves_alone_and_the_next_start_sees_that_it_did() {
        await OpenTenants(Tenants);
        await Put(Here, 3);
        await Put(Elsewhere, 3);
        var move = await MoveStores.One(Here.Tenant!.Value, 1, Stores, Stop);
        Assert.Equal((Here, StoreSteps.Newest, ScopeLayout.First), (move.Scope, move.Was, move.Now));
        Assert.Equal(Texts(Forms[1]), Texts(await All(Here)));
        Assert.Equal((StoreSteps.Newest, 1), (await Layout(Elsewhere), (await Layout(ScopeName.Platform)).Lowest));
        Assert.Contains(await MoveStores.AtStart(Stores, Directory(Stores), Stop).ToListAsync(Stop), m => m.Scope == Here);
        foreach (var scope in (ScopeName[])[ScopeName.Platform, .. Tenants]) Assert.Equal(StoreSteps.Newest, await Layout(scope));
    }

    [Fact]
    public async Task A_start_with_nothing_to_do_opens_no_tenant_however_many_there_are() {
        await OpenTenants(Enumerable.Range(0, 2000).Select(i => ScopeName.Of(new($"t{i}"))));
        await Restart();
        var counting = new DyingStores(Stores);
        Assert.Empty(await MoveStores.AtStart(counting, Directory(counting), Stop).ToListAsync(Stop));
        Assert.Equal([ScopeName.Platform], counting.Opened);
    }

    private TenantDirectory Directory(IStores stores) => new(stores, Time, Ids);

    private async Task OpenTenants(IEnumerable<ScopeName> tenants) {
        foreach (var some in tenants.Chunk(100))
            await Stores.Open(ScopeName.Platform).Documents.Commit(some.Aggregate(Batch(), (batch, scope) => batch.Create(Tenant.Kind, scope.Tenant!.Value.Value, new Tenant("いぶき訪問看護ステーション", "1234567", Start))), Stop);
    }

    private async Task Put(ScopeName scope, int version) {
        await Stores.Open(scope).Rows.SetLayout(StoreSteps.At(version), Stop);
        await Stores.Open(scope).Rows.Write(Forms[version], Stop);
    }

    private Task<ScopeLayout> Layout(ScopeName scope) => Stores.Open(scope).Rows.Layout(Stop);

    private async Task<List<ScopeRow>> All(ScopeName scope) => await Stores.Open(scope).Rows.Read(Stop).Where(row => row is not DocumentRow { Kind: "tenant" }).ToListAsync(Stop);

    private static List<string> Texts(IEnumerable<ScopeRow> rows) => [.. rows.Select(row => System.Text.Json.JsonSerializer.Serialize(row, Json.Options)).Order(StringComparer.Ordinal)];
}
