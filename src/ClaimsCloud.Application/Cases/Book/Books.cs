using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Application.Cases.Book;

/// <summary>A version that the desk made; version 1 comes with the product and is not stored.</summary>
internal sealed record StoredBook(int Version, DateOnly ValidFrom, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Tables, string By, DateTimeOffset At) {
    public static readonly DocumentIndex<StoredBook> ByVersion = new("version", b => b.Version.ToString("D6", CultureInfo.InvariantCulture));
    public static readonly DocumentKind<StoredBook> Kind = new("onboarding-book", ByVersion);

    public OnboardingBook Book => new(Version, ValidFrom, Tables);
}

internal static class Books {
    /// <summary>The newest version whose day has come.</summary>
    public static async Task<OnboardingBook> Today(PlatformScope platform, CancellationToken stop) {
        await foreach (var stored in platform.Documents.All(StoredBook.Kind, StoredBook.ByVersion, IndexRange.All, stop, QueryOrder.Descending))
            if (stored.Value.ValidFrom <= platform.Today()) return stored.Value.Book;
        return OnboardingBook.BuiltIn;
    }

    /// <summary>The newest version, whenever it begins: the one that a change goes on from.</summary>
    public static async Task<OnboardingBook> Newest(PlatformScope platform, CancellationToken stop) =>
        (await platform.Documents.Query(new IndexQuery<StoredBook>(StoredBook.Kind, StoredBook.ByVersion, IndexRange.All, QueryOrder.Descending, 1), stop)).Items is [var stored] ? stored.Value.Book : OnboardingBook.BuiltIn;
}
