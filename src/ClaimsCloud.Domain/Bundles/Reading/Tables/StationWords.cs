namespace ClaimsCloud.Domain.Bundles.Reading.Tables;

/// <summary>Words of the station's tables.</summary>
internal static class StationWords {
    public static readonly ColumnWords<Licence> Licences = new(
        (Licence.PublicHealthNurse, "publicHealthNurse", "保健師"),
        (Licence.Midwife, "midwife", "助産師"),
        (Licence.Nurse, "nurse", "看護師"),
        (Licence.PhysicalTherapist, "physicalTherapist", "理学療法士"),
        (Licence.OccupationalTherapist, "occupationalTherapist", "作業療法士"),
        (Licence.SpeechTherapist, "speechTherapist", "言語聴覚士"),
        (Licence.AssistantNurse, "assistantNurse", "准看護師"),
        (Licence.NursingAide, "nursingAide", "看護補助者"),
        (Licence.PsychiatricSocialWorker, "psychiatricSocialWorker", "精神保健福祉士"));

    public static readonly ColumnWords<Office> Offices = new(
        (Office.Main, "main", "主たるステーション"),
        (Office.Branch, "branch", "従たるステーション"));

    public static readonly ColumnWords<TrainingField> TrainingFields = new(
        (TrainingField.Palliative, "palliative", "緩和ケア"),
        (TrainingField.PressureUlcer, "pressureUlcer", "褥瘡ケア"),
        (TrainingField.Stoma, "stoma", "人工肛門・人工膀胱ケア"),
        (TrainingField.SpecificActs, "specificActs", "特定行為研修"));
}
