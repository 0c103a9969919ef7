using System.Buffers.Binary;
using CmeOrleans.Domain.Certificates;
using FsCheck;
using FsCheck.Fluent;

namespace CmeOrleans.Domain.Tests.Certificates;

/// <summary>The code is typed from paper by people, so what they make of it must still be read as the same code.</summary>
public sealed class VerificationCodeTests
{
    private const string Canonical = "4ZGV8-8322C-FNJSM-BZAM3-2NNM0N";

    [Fact]
    public void Every_code_comes_back_from_its_text_and_its_bytes() => Prop.ForAll<ulong, ulong>((high, low) =>
    {
        var code = Code(high, low);
        return VerificationCode.Parse(code.ToString()) == code && VerificationCode.FromBytes(code.ToBytes()) == code;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Codes_that_differ_are_written_differently() => Prop.ForAll<ulong, ulong, byte>((high, low, bit) =>
    {
        var other = bit % 128 < 64 ? Code(high ^ (1UL << (bit % 64)), low) : Code(high, low ^ (1UL << (bit % 64)));
        return other.ToString() != Code(high, low).ToString();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Extremes_are_written_in_full()
    {
        Assert.Equal("00000-00000-00000-00000-000000", Code(0, 0).ToString());
        Assert.Equal("7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZZ", Code(ulong.MaxValue, ulong.MaxValue).ToString());
    }

    [Theory]
    [InlineData(Canonical)]
    [InlineData("4zgv8-8322c-fnjsm-bzam3-2nnm0n")]
    [InlineData("4ZGV88322CFNJSMBZAM32NNM0N")]
    [InlineData(" 4ZGV8 8322C FNJSM BZAM3 2NNM0N ")]
    [InlineData("4-Z-G-V-8-8-3-2-2-C-F-N-J-S-M-B-Z-A-M-3-2-N-N-M-0-N")]
    [InlineData("4ZGV8-8322C-FNJSM-BZAM3-2NNMoN")]
    [InlineData("4ZGV8-8322C-FNJSM-BZAM3-2NNMON")]
    public void What_people_type_is_read_as_the_same_code(string typed) =>
        Assert.Equal(Canonical, VerificationCode.Parse(typed).ToString());

    [Theory]
    [InlineData("ILil1-00000-00000-00000-00000O", "11111-00000-00000-00000-000000")]
    public void Letters_that_look_like_figures_are_figures(string typed, string canonical) =>
        Assert.Equal(canonical, VerificationCode.Parse(typed).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4ZGV8-8322C-FNJSM-BZAM3-2NNM0")]
    [InlineData("4ZGV8-8322C-FNJSM-BZAM3-2NNM0NN")]
    [InlineData("8ZGV8-8322C-FNJSM-BZAM3-2NNM0N")]
    [InlineData("UZGV8-8322C-FNJSM-BZAM3-2NNM0N")]
    [InlineData("4UGV8-8322C-FNJSM-BZAM3-2NNM0N")]
    [InlineData("4ZGV8_8322C_FNJSM_BZAM3_2NNM0N")]
    [InlineData("٤ZGV8-8322C-FNJSM-BZAM3-2NNM0N")]
    public void What_is_no_code_is_refused(string? typed)
    {
        Assert.False(VerificationCode.TryParse(typed, out var code));
        Assert.Equal(default, code);
    }

    [Theory]
    [InlineData(74, true)]
    [InlineData(75, false)]
    public void Input_is_bounded(int spacesCount, bool isRead) =>
        Assert.Equal(isRead, VerificationCode.TryParse(new string(' ', spacesCount) + Canonical.Replace("-", "", StringComparison.Ordinal), out _));

    [Theory]
    [InlineData(15)]
    [InlineData(17)]
    public void Other_counts_of_bytes_are_refused(int count) =>
        Assert.Throws<ArgumentException>(() => VerificationCode.FromBytes(new byte[count]));

    private static VerificationCode Code(ulong high, ulong low)
    {
        var bytes = new byte[VerificationCode.BytesLength];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), low);
        return VerificationCode.FromBytes(bytes);
    }
}
