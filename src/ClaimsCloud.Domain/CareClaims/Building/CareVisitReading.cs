using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>From a visit to its base code: who came, how long, at what hour, with whom, and what the station neglects.</summary>
internal sealed class CareVisitReading(CareStationMonth month) {
    private static readonly TimeOnly Six = new(6, 0), Eight = new(8, 0), Eighteen = new(18, 0), TwentyTwo = new(22, 0);

    /// <summary>Sessions of twenty minutes that therapists came for on one day: over two, all of them are ２超.</summary>
    public const int TherapistSessions = 2;

    /// <summary>The visit's code and how often it counts; null with a finding when care insurance does not pay for it.</summary>
    /// <param name="therapistSessions">All sessions of the day.</param>
    public (CareVisitCode Code, int Count)? Read(Visit visit, int therapistSessions, CareFindingList findings) {
        if (!month.Staff.TryGetValue(visit.Staff, out var staff)) return Refused("の職員が登録されていません。");
        var minutes = Minutes(visit);
        var therapist = IsTherapist(staff.Licence);
        if (!therapist && staff.Licence is not (Licence.Nurse or Licence.PublicHealthNurse or Licence.AssistantNurse)) return Refused("の職種は、介護保険の訪問看護を主として行えません。");
        if (therapist && minutes < 20) return Refused("は20分未満です。理学療法士などの訪問は20分から数えます。");
        if (minutes <= 0) return Refused("の時間がありません。");
        var part = therapist ? "Ⅰ５" : minutes switch { < 20 => "Ⅰ１", < 30 => "Ⅰ２", < 60 => "Ⅰ３", _ => "Ⅰ４" };
        var traits = (staff.Licence == Licence.AssistantNurse ? CareVisitTraits.AssistantNurse : CareVisitTraits.None) | (therapist && therapistSessions > TherapistSessions ? CareVisitTraits.OverTwice : CareVisitTraits.None)
            | (month.Filed(CareFilingKind.AbusePreventionMissing, visit.Date) ? CareVisitTraits.AbusePreventionMissing : CareVisitTraits.None)
            | (month.Filed(CareFilingKind.ContinuityPlanMissing, visit.Date) ? CareVisitTraits.ContinuityPlanMissing : CareVisitTraits.None)
            | (!therapist && minutes >= 90 && month.IsListed8(visit.Patient, visit.Date) ? CareVisitTraits.Lengthy : CareVisitTraits.None);
        return (new(part, traits, HourOf(visit.Start), Companion(visit, minutes)), therapist ? minutes / 20 : 1);

        (CareVisitCode, int)? Refused(string message) {
            findings.Add(CareBuildRules.NotBillable, BundlePlace.Row("visits", visit.Key), $"{visit.Date:M月d日}の訪問{message}");
            return null;
        }
    }

    /// <summary>Sessions of therapists; 0 for every other visit.</summary>
    public int Sessions(Visit visit) => month.Staff.TryGetValue(visit.Staff, out var staff) && IsTherapist(staff.Licence) ? Minutes(visit) / 20 : 0;

    public static int Minutes(Visit visit) => (int)((visit.EndDate ?? visit.Date).ToDateTime(visit.End) - visit.Date.ToDateTime(visit.Start)).TotalMinutes;

    private static bool IsTherapist(Licence licence) => licence is Licence.PhysicalTherapist or Licence.OccupationalTherapist or Licence.SpeechTherapist;

    private static CareHour HourOf(TimeOnly start) =>
        start < Six || start >= TwentyTwo ? CareHour.Night : start < Eight || start >= Eighteen ? CareHour.EarlyOrEvening : CareHour.Day;

    private CareCompanion Companion(Visit visit, int minutes) {
        if (visit.Companions.Count == 0 || visit.CompanionReason == CompanionReason.None) return CareCompanion.None;
        var staff = visit.Companions.Any(c => month.Staff.TryGetValue(c, out var s) && s.Licence is not (Licence.NursingAide or Licence.PsychiatricSocialWorker));
        return minutes < 30 ? (staff ? CareCompanion.StaffShort : CareCompanion.AideShort) : staff ? CareCompanion.StaffLong : CareCompanion.AideLong;
    }
}
