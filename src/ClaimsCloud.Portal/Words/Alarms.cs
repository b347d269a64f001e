namespace ClaimsCloud.Portal.Words;

/// <param name="ToDo">For the person at the PC.</param>
public sealed record AlarmText(string Title, string ToDo);

/// <summary>What a connector reports, in the words of the person who has to act.</summary>
internal static class Alarms {
    public static AlarmText Text(string code) => code switch {
        "folder-missing-out" => new("請求ファイルを置くフォルダが見つかりません", "オンライン請求の端末の電源と LAN を確かめ、フォルダの名前が変わっていないか見てください。"),
        "folder-missing-in" => new("結果が保存されるフォルダが見つかりません", "オンライン請求の端末の電源と LAN を確かめ、フォルダの名前が変わっていないか見てください。"),
        "disk-full" => new("PC の空き容量が足りません", "不要なファイルを消して空きを作ってください。空くまで送付を止めています。"),
        "clock-skew" => new("PC の時計がずれています", "Windows の「日付と時刻」で、時刻を自動的に設定してください。"),
        "storage-failing" => new("PC のディスクに書き込めません", "PC を再起動し、続くときはサポートデスクへご連絡ください。"),
        "cloud-refused" => new("連携ソフトの登録が確認できません", "サポートデスクへご連絡ください。登録し直すと直ることがあります。"),
        "message-parked" => new("処理が止まっています", "サポートデスクで確認しています。操作はいりません。"),
        _ => new("連携端末に問題があります", $"サポートデスクへ「{code}」とお伝えください。"),
    };
}
