namespace ClaimsCloud.Portal.Api;

internal static class ApiModule {
    public static void AddCloudApi(this IServiceCollection services, Uri functions) {
        services.AddSingleton(_ => new CloudConnection(functions));
        services.AddScoped<CloudApi>();
        services.AddScoped<MonthsApi>();
        services.AddScoped<ChecksApi>();
        services.AddScoped<EligibilityApi>();
        services.AddScoped<CareApi>();
        services.AddScoped<AuditApi>();
        services.AddScoped<IdentityApi>();
        services.AddScoped<PrivacyApi>();
        services.AddScoped<FleetApi>();
        services.AddScoped<SupportApi>();
        services.AddScoped<CasesApi>();
        services.AddScoped<ApplyApi>();
    }
}
