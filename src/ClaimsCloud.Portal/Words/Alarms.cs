namespace ClaimsCloud.Portal.Words;

/// <param name="ToDo">For the person at the PC.</param>
public sealed record AlarmText(string Title, string ToDo);

/// <summary>What a connector reports, in the words of the person who has to act.</summary>
internal static class Alarms {
    public static AlarmText Text(string code) => code switch {
        "folder-missing-out" => new("請求ファイルを置くフォルダが見つかりません", "オンライン請求の端末の電源と LAN を確かめ、フォルダの名前が変わっていないか見てください。"),
        "folder-missing-in" => new("結果が保存されるフォルダが見つかりません", "オンライン請求の端末の電源と LAN を確かめ、フォルダの名前が変わっていないか見てください。"),
        "care-folder-missing" => new("介護の伝送ソフトのフォルダが見つかりません", "伝送ソフトの PC の電源と LAN を確かめ、フォルダの名前が変わっていないか見てください。"),
        "disk-full" => new("PC の空き容量が足りません", "不要なファイルを消して空きを作ってください。空くまで送付を止めています。"),
        "clock-skew" => new("PC の時計がずれています", "Windows の「日付と時刻」で、時刻を自動的に設定してください。"),
        "storage-failing" => new("PC のディスクに書き込めません", "PC を再起動し、続くときはサポートデスクへご連絡ください。"),
        "cloud-refused" => new("連携ソフトの登録が確認できません", "サポートデスクへご連絡ください。登録し直すと直ることがあります。"),
        "folder-changed" => new("請求ファイルを置くフォルダが別のものに変わっています", "元のフォルダに戻すか、サポートデスクへご連絡ください。それまで新しいファイルは置きません。"),
        "content-damaged" => new("端末が受け取った内容が、封印した内容と違います", "自動で受け取り直します。続くときは、通信を検査する機器がないか確かめてください。"),
        "job-waiting" => new("端末に置けずに待っているファイルがあります", "端末の電源とフォルダを確かめてください。"),
        "file-waiting" => new("送れずに待っている結果のファイルがあります", "端末でそのファイルを開いているソフトを閉じてください。"),
        "file-too-large" => new("大きすぎて送れないファイルがあります", "200MB を超えるファイルを、結果のフォルダから移してください。"),
        "file-link" => new("結果のフォルダにショートカットがあります", "ショートカットではなく、ファイルそのものを保存してください。"),
        "file-name" => new("送れない名前のファイルがあります", "見えない文字を、ファイル名から取ってください。"),
        "forwards-packets" => new("PC が2つのネットワークの間で通信を転送する設定です", "導入事業者に連絡し、転送を止めてください。"),
        "two-connectors" => new("同じ登録の連携ソフトが2台の PC で動いています", "使わない方の PC の連携ソフトを削除してください。心当たりがなければ、この登録を取り消してください。"),
        "settings-changed" => new("PC の設定が、登録のときから変わっています", "変えた覚えがなければ、サポートデスクへご連絡ください。"),
        "certificate-ending" => new("オンライン請求・資格確認の証明書の期限が近づいています", "更新の申し込みから届くまで数週間かかります。早めに手続きしてください。"),
        "certificate-ended" => new("オンライン請求・資格確認の証明書の期限が切れています", "すぐにサポートデスクへご連絡ください。"),
        "care-certificate-ending" => new("介護請求の証明書の期限が近づいています", "更新の手続きをしてください。"),
        "care-certificate-ended" => new("介護請求の証明書の期限が切れています", "すぐにサポートデスクへご連絡ください。"),
        "os-ending" => new("PC の Windows のサポート期限が近づいています", "PC の入れ替えをサポートデスクとご相談ください。"),
        "os-ended" => new("PC の Windows のサポート期限が切れています", "PC の入れ替えをサポートデスクとご相談ください。"),
        "update-rolled-back" => new("新しい版の連携ソフトが動かず、前の版に戻しました", "サポートデスクで確認しています。操作はいりません。"),
        "message-parked" => new("処理が止まっています", "サポートデスクで確認しています。操作はいりません。"),
        _ => new("連携端末に問題があります", $"サポートデスクへ「{code}」とお伝えください。"),
    };
}
