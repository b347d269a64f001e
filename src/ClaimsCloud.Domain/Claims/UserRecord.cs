using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>RJ 利用者情報レコード (記録条件仕様 p. 14). A value is null when its field is empty or cannot be understood.</summary>
public readonly record struct UserRecord(Record Record) {
    /// <summary>訪問開始年月日.</summary>
    public DateOnly? StartDate => Record.Date(2);

    /// <summary>訪問した場所１のコード, 別表16 code.</summary>
    public string? Place1Code => Record.Text(3);

    /// <summary>訪問した場所１の文字データ.</summary>
    public string? Place1Text => Record.Text(4);

    /// <summary>訪問した場所２への変更年月日.</summary>
    public DateOnly? PlaceChangeDate2 => Record.Date(5);

    /// <summary>訪問した場所２のコード, 別表16 code.</summary>
    public string? Place2Code => Record.Text(6);

    /// <summary>訪問した場所２の文字データ.</summary>
    public string? Place2Text => Record.Text(7);

    /// <summary>訪問した場所３への変更年月日.</summary>
    public DateOnly? PlaceChangeDate3 => Record.Date(8);

    /// <summary>訪問した場所３のコード, 別表16 code.</summary>
    public string? Place3Code => Record.Text(9);

    /// <summary>訪問した場所３の文字データ.</summary>
    public string? Place3Text => Record.Text(10);

    /// <summary>訪問終了の年月日.</summary>
    public DateOnly? EndDate => Record.Date(11);

    /// <summary>訪問終了の時刻.</summary>
    public TimeOnly? EndTime => Record.Time(12);

    /// <summary>訪問終了の状況コード, 別表15 code.</summary>
    public string? EndReasonCode => Record.Text(13);

    /// <summary>訪問終了の状況の文字データ.</summary>
    public string? EndReasonText => Record.Text(14);

    /// <summary>死亡の年月日.</summary>
    public DateOnly? DeathDate => Record.Date(15);

    /// <summary>死亡の時刻.</summary>
    public TimeOnly? DeathTime => Record.Time(16);

    /// <summary>死亡の場所コード, 別表16 code.</summary>
    public string? DeathPlaceCode => Record.Text(17);

    /// <summary>死亡の場所の文字データ.</summary>
    public string? DeathPlaceText => Record.Text(18);

    /// <summary>利用者情報コード, codes of 別表17, 2 digits each; empty where none is recorded.</summary>
    public IReadOnlyList<string> UserCodes => Record.Codes(19, 2);

    /// <summary>他の訪問看護ステーション1の都道府県, 別表2 code.</summary>
    public string? OtherStation1Prefecture => Record.Text(20);

    /// <summary>他の訪問看護ステーション1の点数表, 別表3 code.</summary>
    public string? OtherStation1FeeTable => Record.Text(21);

    /// <summary>他の訪問看護ステーション1のコード.</summary>
    public string? OtherStation1Code => Record.Text(22);

    /// <summary>他の訪問看護ステーション1の所在地.</summary>
    public string? OtherStation1Address => Record.Text(23);

    /// <summary>他の訪問看護ステーション1の名称.</summary>
    public string? OtherStation1Name => Record.Text(24);

    /// <summary>他の訪問看護ステーション2の都道府県, 別表2 code.</summary>
    public string? OtherStation2Prefecture => Record.Text(25);

    /// <summary>他の訪問看護ステーション2の点数表, 別表3 code.</summary>
    public string? OtherStation2FeeTable => Record.Text(26);

    /// <summary>他の訪問看護ステーション2のコード.</summary>
    public string? OtherStation2Code => Record.Text(27);

    /// <summary>他の訪問看護ステーション2の所在地.</summary>
    public string? OtherStation2Address => Record.Text(28);

    /// <summary>他の訪問看護ステーション2の名称.</summary>
    public string? OtherStation2Name => Record.Text(29);
}
