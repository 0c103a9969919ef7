using CmeOrleans.Silo.Secrets;

namespace CmeOrleans.Silo.Tests;

public sealed class SecretFileTests
{
    [Fact]
    public void A_secret_is_made_once_and_then_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder["keys/secret"];

        Assert.Equal([1, 2, 3], SecretFile.ReadOrCreate(path, () => [1, 2, 3]));
        Assert.Equal([1, 2, 3], SecretFile.ReadOrCreate(path, () => [4, 5, 6]));
    }

    [Fact]
    public void Only_the_account_of_the_process_can_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        using var folder = new TemporaryFolder();
        var path = folder["keys/secret"];

        SecretFile.ReadOrCreate(path, () => [1]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    /// <summary>Two nodes that start at once on one folder must not seal under two keys.</summary>
    [Fact]
    public void All_who_make_it_at_once_get_the_same_secret()
    {
        using var folder = new TemporaryFolder();
        var path = folder["keys/secret"];
        var secrets = new byte[16][];

        Parallel.For(0, secrets.Length, index => secrets[index] = SecretFile.ReadOrCreate(path, () => [(byte)index]));

        Assert.All(secrets, secret => Assert.Equal(secrets[0], secret));
        Assert.Single(Directory.GetFiles(folder["keys"]));
    }

    [Fact]
    public void An_empty_file_is_no_secret()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["secret"], []);

        Assert.Throws<InvalidDataException>(() => SecretFile.ReadOrCreate(folder["secret"], () => [1]));
    }
}
