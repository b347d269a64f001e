using ClaimsCloud.Domain.Bundles;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>A visit whose staff is known. Usually one row; from 2026-06 short visits in a building may be joined into one.</summary>
/// <param name="Keys">Keys of the rows.</param>
/// <param name="Code">職種等 of the main visitor, 1–10 of 別表20.</param>
/// <param name="Companions">職種等 of those who came along.</param>
internal sealed record DayVisit(Visit Row, IReadOnlyList<string> Keys, StaffMember Staff, int Code, IReadOnlyList<(StaffMember Staff, int Code)> Companions, int Minutes) {
    public bool IsEmergency => Row.EmergencyReason.Length > 0;

    /// <summary>夜間 18–22, 早朝 6–8: by the start of the visit.</summary>
    public bool IsNight => Row.Start.Hour is >= 18 and < 22 or 6 or 7;

    /// <summary>深夜 22–6.</summary>
    public bool IsLateNight => Row.Start.Hour is >= 22 or < 6;

    /// <summary>包括型: 18–8.</summary>
    public bool IsNightBand => Row.Start.Hour is >= 18 or < 8;

    /// <summary>The hour was the patient's, not the station's, or an emergency set it.</summary>
    public bool HourIsThePatients => Row.HourWishedByPatient || IsEmergency;
}
