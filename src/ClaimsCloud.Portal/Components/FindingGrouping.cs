namespace ClaimsCloud.Portal.Components;

public enum FindingGrouping { ByClaim, OneClaim }
