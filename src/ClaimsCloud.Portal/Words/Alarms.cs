namespace ClaimsCloud.Portal.Words;

/// <param name="ToDo">For the person at the PC.</param>
public sealed record AlarmText(string Title, string ToDo);

/// <summary>What a connector reports, in the words of the person who has to act.</summary>
internal static class Alarms {
    public static AlarmText Text(string code) => code switch {
        "folder-missing" => new("オンライン請求のフォルダが見つかりません", "端末の電源と LAN を確かめ、フォルダの名前が変わっていないか見てください。"),
        "folder-read-only" => new("フォルダに書き込めません", "共有フォルダの権限を確かめてください。"),
        "disk-low" or "disk-full" => new("PC の空き容量が足りません", "不要なファイルを消して空きを作ってください。空くまで送付を止めています。"),
        "clock-skew" => new("PC の時計がずれています", "Windows の「日付と時刻」で、時刻を自動的に設定してください。"),
        "file-locked" => new("ファイルがほかのソフトに使われています", "ウイルス対策ソフトの対象からフォルダを外してください。"),
        "file-changed" => new("置いたファイルが変わっています", "端末の請求ファイルを開いたり直したりせず、サポートデスクへご連絡ください。"),
        "message-parked" => new("処理が止まっています", "サポートデスクで確認しています。操作はいりません。"),
        _ => new("連携端末に問題があります", $"サポートデスクへ「{code}」とお伝えください。"),
    };
}
