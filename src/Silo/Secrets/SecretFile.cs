namespace CmeOrleans.Silo.Secrets;

/// <summary>A secret in a file of its own that only the account of the process can read.</summary>
internal static class SecretFile
{
    private const int BytesMax = 16 * 1024;

    /// <summary>
    /// Reads the file, or makes it with what <paramref name="generate"/> gives. Of several processes that make it at
    /// once one wins, and all of them answer the winner's secret. A reader never sees half a file.
    /// </summary>
    /// <exception cref="IOException">The file can neither be read nor made.</exception>
    /// <exception cref="UnauthorizedAccessException">The account of the process may not.</exception>
    public static byte[] ReadOrCreate(string path, Func<byte[]> generate)
    {
        if (!File.Exists(path))
        {
            Create(path, generate());
        }

        return Read(path, BytesMax);
    }

    /// <summary>Reads a file that must be there.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is empty, or larger than <paramref name="bytesMax"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The account of the process may not.</exception>
    public static byte[] Read(string path, int bytesMax)
    {
        using var file = File.OpenRead(path);
        if (file.Length == 0 || file.Length > bytesMax)
        {
            throw new InvalidDataException("A secret's file is empty or too large.");
        }

        var secret = new byte[file.Length];
        file.ReadExactly(secret);
        return secret;
    }

    private static void Create(string path, byte[] secret)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var draftPath = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var draft = new FileStream(draftPath, options))
        {
            draft.Write(secret);
            draft.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draftPath, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster; its secret counts.
            File.Delete(draftPath);
        }
    }
}
