using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>Real files, a real ledger, and the looks taken one by one.</summary>
public sealed class FileCollectorTests : IDisposable {
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(CloudHarness.Start);
    private readonly EdgeOptions _options;
    private readonly Ledger _ledger;
    private readonly Spool _spool;
    private readonly Alarms _alarms;
    private readonly FileCollector _collector;

    public FileCollectorTests() {
        var data = Directory.CreateDirectory(Path.Combine(_folder.Path, "data")).FullName;
        In = Directory.CreateDirectory(Path.Combine(_folder.Path, "in")).FullName;
        _ledger = new(data, _ => { });
        var disk = new Disk(_ => { });
        _spool = new(data, disk);
        _alarms = new(TextWriter.Null, _time);
        _collector = new(_options = new EdgeOptions(data) { Time = _time }, new(new("http://127.0.0.1"), "device", "試験", _folder.Path, In), _ledger, _spool, disk, _alarms);
    }

    private string In { get; }

    [Fact]
    public void A_file_is_believed_at_the_second_equal_look_and_its_original_stays() {
        Write("list.csv", "a");
        Assert.Equal(0, LookOnce());
        Assert.Equal(1, LookOnce());
        Assert.True(File.Exists(Path.Combine(In, "list.csv")));
        Assert.Equal("a", File.ReadAllText(_spool.Of(_ledger.AllFiles()[0])));
    }

    [Fact]
    public void A_growing_file_is_not_believed_before_it_stands_still() {
        for (var i = 0; i < 10; i++) {
            File.AppendAllText(Path.Combine(In, "list.csv"), "more");
            Assert.Equal(0, LookOnce());
        }
        Assert.Equal(1, LookOnce());
        Assert.Equal(40, _ledger.AllFiles()[0].Size);
    }

    [Fact]
    public void Looks_nearer_than_a_scan_are_one_look_however_often_the_watcher_wakes_us() {
        Write("list.csv", "the first half of a slowly written list");
        for (var i = 0; i < 20; i++) {
            _collector.Run();
            _time.Advance(_options.ScanEvery / 25);
        }
        Assert.Empty(_ledger.AllFiles());
        Assert.Equal(1, LookOnce());
    }

    [Fact]
    public void A_file_that_somebody_holds_waits_and_holds_up_no_other() {
        Write("1-held.csv", "c");
        Write("2-list.csv", "a");
        Write("3-list.csv", "b");
        using (new FileStream(Path.Combine(In, "1-held.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None)) {
            LookOnce();
            Assert.Equal(2, LookOnce());
            Assert.Equal(2, LookOnce());
        }
        LookOnce();
        Assert.Equal(3, LookOnce());
    }

    [Theory, InlineData("empty.csv", ""), InlineData("HENREI.UKE", "no end mark"), InlineData("HENREI.HEN", "no end mark")]
    public void A_file_that_never_becomes_believable_is_an_alarm_after_a_while_and_no_longer_when_it_goes(string name, string content) {
        Write(name, content);
        LookOnce();
        Assert.Empty(_alarms.Now);
        _time.Advance(_options.WaitAllowed);
        LookOnce();
        Assert.Equal([Alarms.FileWaiting], _alarms.Now);
        File.Delete(Path.Combine(In, name));
        Assert.Equal(0, LookOnce());
        Assert.Empty(_alarms.Now);
    }

    [Fact]
    public void A_link_is_never_followed_and_is_an_alarm() {
        var outside = Path.Combine(_folder.Path, "outside.csv");
        File.WriteAllText(outside, "not meant for the cloud");
        File.CreateSymbolicLink(Path.Combine(In, "list.csv"), outside);
        for (var i = 0; i < 4; i++) Assert.Equal(0, LookOnce());
        Assert.Equal([Alarms.FileLink], _alarms.Now);
    }

    [Theory, InlineData("受付結果 ①髙.csv"), InlineData("RECEIP~1.CSV"), InlineData("con.csv"), InlineData("name.with.dots..csv")]
    public void Any_name_that_can_be_said_is_taken_as_it_is(string name) {
        Write(name, "a");
        LookOnce();
        Assert.Equal(1, LookOnce());
        Assert.Equal(name, _ledger.AllFiles()[0].Name);
    }

    [Fact]
    public void A_name_with_a_line_feed_is_left_alone_and_is_an_alarm() {
        Write("list\n.csv", "a");
        for (var i = 0; i < 4; i++) Assert.Equal(0, LookOnce());
        Assert.Equal([Alarms.FileName], _alarms.Now);
    }

    [Fact]
    public void A_file_that_is_replaced_between_two_looks_is_a_new_file() {
        Write("list.csv", "first");
        LookOnce();
        Write("other", "second");
        File.Move(Path.Combine(In, "other"), Path.Combine(In, "list.csv"), overwrite: true);
        Assert.Equal(0, LookOnce());
        Assert.Equal(1, LookOnce());
        Assert.Equal("second", File.ReadAllText(_spool.Of(_ledger.AllFiles()[0])));
    }

    [Fact]
    public void A_path_of_more_than_260_characters_is_no_obstacle() {
        var name = new string('長', 70) + ".csv";

        Write(name, "a");
        LookOnce();
        Assert.Equal(1, LookOnce());
    }

    [Fact]
    public void A_file_too_large_to_take_is_an_alarm_at_once() {
        using (var file = File.Create(Path.Combine(In, "scan.pdf"))) file.SetLength((200L << 20) + 1);
        Assert.Equal(0, LookOnce());
        Assert.Contains(Alarms.FileTooLarge, _alarms.Now);
    }

    [Fact]
    public void A_UKE_file_without_its_end_mark_is_never_believed() {
        Write("HENREI.UKE", "HH,1\r\n");
        for (var i = 0; i < 5; i++) Assert.Equal(0, LookOnce());
        File.AppendAllText(Path.Combine(In, "HENREI.UKE"), "\u001A");
        Assert.Equal(0, LookOnce());
        Assert.Equal(1, LookOnce());
    }

    [Fact]
    public void The_same_name_with_new_bytes_is_a_new_file_and_the_same_bytes_are_not() {
        Write("list.csv", "first");
        LookOnce();
        Assert.Equal(1, LookOnce());
        Write("list.csv", "second");
        LookOnce();
        Assert.Equal(2, LookOnce());
        Write("list.csv", "first");
        LookOnce();
        Assert.Equal(2, LookOnce());
        Assert.Equal(2, _ledger.AllFiles().Select(f => f.Key).Distinct().Count());
    }

    [Theory, InlineData(".hidden.csv"), InlineData("~lock.csv"), InlineData("list.csv.crdownload"), InlineData("list.part"), InlineData("empty.csv", "")]
    public void Hidden_unfinished_and_empty_files_are_left_alone(string name, string content = "x") {
        Write(name, content);
        for (var i = 0; i < 4; i++) Assert.Equal(0, LookOnce());
    }

    [Fact]
    public void A_copy_that_was_cut_off_is_taken_up_again_and_a_file_that_went_away_is_forgotten() {
        Write("list.csv", "a");
        LookOnce();
        LookOnce();
        var file = _ledger.AllFiles()[0];
        File.WriteAllText(_spool.Of(file), "half");
        _ledger.Move(file, FileState.Copying);
        LookOnce();
        Assert.Equal("a", File.ReadAllText(_spool.Of(file)));

        File.Delete(_spool.Of(file));
        File.Delete(Path.Combine(In, "list.csv"));
        _ledger.Move(file, FileState.Copying);
        Assert.Equal(0, LookOnce());
    }

    public void Dispose() {
        _ledger.Dispose();
        _folder.Dispose();
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(In, name), text);

    /// <returns>Files in the ledger after a look that lies a scan after the last one.</returns>
    private int LookOnce() {
        _time.Advance(_options.ScanEvery);
        _collector.Run();
        return _ledger.AllFiles().Count;
    }
}
