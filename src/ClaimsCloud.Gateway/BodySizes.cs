namespace ClaimsCloud.Gateway;

/// <summary>Largest bodies the door lets in, in bytes; the hosts behind it have limits of their own.</summary>
internal static class BodySizes {
    public const long Form = 256 * 1024;
    /// <summary>A claim file of 2 GB, and what a form puts around it.</summary>
    public const long ClaimFile = (2L * 1024 * 1024 * 1024) + Form;
    /// <summary>A month bundle of 64 MB, and what a form puts around it.</summary>
    public const long Bundle = (64L * 1024 * 1024) + Form;
    /// <summary>A release of 512 MB, and what a form puts around it.</summary>
    public const long Release = (512L * 1024 * 1024) + Form;
    /// <summary>A paper of 10 MB or a partner's sheet, and what a form puts around it.</summary>
    public const long Paper = (10L * 1024 * 1024) + Form;
    public const long EdgeFile = 200L * 1024 * 1024;
}
