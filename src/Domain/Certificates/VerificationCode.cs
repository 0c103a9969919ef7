using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Certificates;

/// <summary>
/// The code under which anybody who holds a certificate can check it: 128 random bits, too many to guess, in an alphabet
/// that survives being read aloud and typed (Crockford's base32, which has no I, L, O or U).
/// </summary>
/// <remarks>
/// Written as 26 symbols in groups, such as <c>3QWER-TYPAS-DFGHJ-KZXCV-BNM012</c>. The random bits come from the caller,
/// since this room has no source of randomness.
/// </remarks>
public readonly record struct VerificationCode
{
    public const int BytesLength = 16;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsPerSymbol = 5;
    private const int SymbolsCount = 26;
    private const int GroupLength = 5;

    // The last group takes the 26th symbol, so that no group is a lone character.
    private const int DashesCount = 4;

    // Longer input is no code however it is spaced, and must not be walked at length.
    private const int InputLengthMax = 100;

    private readonly UInt128 _bits;

    private VerificationCode(UInt128 bits) => _bits = bits;

    /// <param name="bits">128 bits from a cryptographic source.</param>
    public static VerificationCode FromBits(UInt128 bits) => new(bits);

    /// <param name="bytes">Exactly 16 bytes from a cryptographic source.</param>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public static VerificationCode FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != BytesLength)
        {
            throw new ArgumentException($"A verification code has {BytesLength} bytes.", nameof(bytes));
        }

        return new(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Reads a code as people type it: any case, with or without dashes and spaces, O for 0 and I or L for 1.</summary>
    /// <exception cref="FormatException">The text is no code.</exception>
    public static VerificationCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException("The text is not a verification code.");

    /// <inheritdoc cref="Parse"/>
    /// <returns>Whether <paramref name="text"/> is a code, issued or not.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out VerificationCode code)
    {
        code = default;
        if (text is null || text.Length > InputLengthMax)
        {
            return false;
        }

        var bits = UInt128.Zero;
        var symbolsCount = 0;
        foreach (var character in text)
        {
            if (character is '-' or ' ')
            {
                continue;
            }

            var value = ValueOf(character);

            // 26 symbols hold 130 bits: the first may use only three of its five.
            if (value < 0 || symbolsCount == SymbolsCount || (symbolsCount == 0 && value > 7))
            {
                return false;
            }

            bits = (bits << BitsPerSymbol) | (UInt128)value;
            symbolsCount++;
        }

        if (symbolsCount != SymbolsCount)
        {
            return false;
        }

        code = new(bits);
        return true;
    }

    /// <summary>The 128 bits of which the code was made.</summary>
    public UInt128 ToBits() => _bits;

    /// <summary>Writes the 16 bytes of which the code was made.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[BytesLength];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _bits);
        return bytes;
    }

    /// <summary>The one canonical form, in capitals and groups. Safe in a URL path as it is.</summary>
    public override string ToString() => string.Create(SymbolsCount + DashesCount, _bits, static (text, bits) =>
    {
        var position = 0;
        for (var symbol = 0; symbol < SymbolsCount; symbol++)
        {
            if (symbol > 0 && symbol % GroupLength == 0 && symbol / GroupLength <= DashesCount)
            {
                text[position++] = '-';
            }

            var shift = BitsPerSymbol * (SymbolsCount - 1 - symbol);
            text[position++] = Alphabet[(int)((bits >> shift) & 31)];
        }
    });

    private static int ValueOf(char character) => char.ToUpperInvariant(character) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var capital => Alphabet.IndexOf(capital, StringComparison.Ordinal),
    };
}
