namespace ClaimsCloud.Domain.Eligibility.Exchange;

/// <summary>States and events as Japanese screens show them.</summary>
public static class ExchangeWords {
    public static string Japanese(this ExchangeState state) => state switch {
        ExchangeState.Created => "準備中",
        ExchangeState.Placed => "送信済み",
        ExchangeState.Waiting => "回答待ち",
        ExchangeState.Answered => "回答あり",
        ExchangeState.Refused => "受付不能",
        ExchangeState.TimedOut => "時間切れ",
        ExchangeState.Uploaded => "取込済み",
        ExchangeState.Cleaned => "完了",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Japanese(this ExchangeEvent happened) => happened switch {
        ExchangeEvent.Placed => "送信した",
        ExchangeEvent.PlacingDoubted => "送信したか分からない",
        ExchangeEvent.Verified => "送信を確かめた",
        ExchangeEvent.AnswerSeen => "回答があった",
        ExchangeEvent.RefusalSeen => "エラーファイルがあった",
        ExchangeEvent.TimeRanOut => "時間が切れた",
        ExchangeEvent.Uploaded => "取り込んだ",
        ExchangeEvent.Cleaned => "片付けた",
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };
}
