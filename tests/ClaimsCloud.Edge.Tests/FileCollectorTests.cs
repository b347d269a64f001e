using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>Real files, a real ledger, and the looks taken one by one.</summary>
public sealed class FileCollectorTests : IDisposable {
    private readonly TemporaryFolder _folder = new();
    private readonly Ledger _ledger;
    private readonly FileCollector _collector;

    public FileCollectorTests() {
        var data = Directory.CreateDirectory(Path.Combine(_folder.Path, "data")).FullName;
        In = Directory.CreateDirectory(Path.Combine(_folder.Path, "in")).FullName;
        _ledger = new(data, _ => { });
        _collector = new(new EdgeOptions(data), new(new("http://127.0.0.1"), "device", "試験", _folder.Path, In), _ledger, new(TextWriter.Null, TimeProvider.System));
    }

    private string In { get; }

    [Fact]
    public void A_file_is_believed_at_the_second_equal_look_and_its_original_stays() {
        Write("list.csv", "a");
        Assert.Equal(0, LookOnce());
        Assert.Equal(1, LookOnce());
        Assert.True(File.Exists(Path.Combine(In, "list.csv")));
        Assert.Equal("a", File.ReadAllText(_collector.Spool(_ledger.AllFiles()[0])));
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
        File.WriteAllText(_collector.Spool(file), "half");
        _ledger.Move(file, FileState.Copying);
        LookOnce();
        Assert.Equal("a", File.ReadAllText(_collector.Spool(file)));

        File.Delete(_collector.Spool(file));
        File.Delete(Path.Combine(In, "list.csv"));
        _ledger.Move(file, FileState.Copying);
        Assert.Equal(0, LookOnce());
    }

    public void Dispose() {
        _ledger.Dispose();
        _folder.Dispose();
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(In, name), text);

    /// <returns>Files in the ledger after one look.</returns>
    private int LookOnce() {
        _collector.Run();
        return _ledger.AllFiles().Count;
    }
}
