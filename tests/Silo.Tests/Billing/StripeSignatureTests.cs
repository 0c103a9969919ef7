using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Silo.Billing;

namespace CmeOrleans.Silo.Tests.Billing;

public sealed class StripeSignatureTests
{
    private const string Secret = "whsec_test";
    private const long Time = 1_790_000_000;

    private static readonly byte[] Payload = Encoding.UTF8.GetBytes("""{"id":"evt_1"}""");

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void Time_of_signing_is_at_most_five_minutes_away(int secondsLater, bool isGenuine) =>
        Assert.Equal(isGenuine, IsGenuine($"t={Time},v1={SignatureOf(Secret)}", Time + secondsLater));

    [Fact]
    public void One_right_signature_of_several_is_enough()
    {
        Assert.True(IsGenuine($"t={Time},v1={SignatureOf("old secret")},v1={SignatureOf(Secret)}"));
        Assert.True(IsGenuine($"t={Time},v1={SignatureOf(Secret)},v1={SignatureOf("old secret")},v0=abc"));
        Assert.True(IsGenuine($"v1={SignatureOf(Secret)}, t={Time}"));
        Assert.True(IsGenuine($"t={Time},v1={SignatureOf(Secret).ToUpperInvariant()}"));
    }

    [Fact]
    public void Everything_else_is_refused()
    {
        var right = SignatureOf(Secret);
        string[] headers =
        [
            "", ",", "=", "t", $"t={Time}", $"v1={right}", $"t={Time},v1=", $"t={Time},v1={right[..^1]}", $"t={Time},v1={right}0", $"t={Time},v1={right[..^1]}x",
            $"t={Time},v0={right}", $"t={Time},v1={SignatureOf("wrong")}", $"t={Time + 1},v1={right}", $"t=0{Time},v1={right}", $"t=-{Time},v1={right}",
            $"t= {Time},v1={right}", $"t={Time},t={Time},v1={right}", $"t=99999999999999999999,v1={right}", $"t={long.MaxValue},v1={right}",
            $"t={Time},v1={right},{new string('x', 3_000)}",
        ];

        Assert.All(headers, header => Assert.False(IsGenuine(header), header));
    }

    [Fact]
    public void A_changed_byte_of_the_payload_is_refused()
    {
        var header = $"t={Time},v1={SignatureOf(Secret)}";
        for (var index = 0; index < Payload.Length; index++)
        {
            var changed = Payload.ToArray();
            changed[index] ^= 1;

            Assert.False(StripeSignature.IsGenuine(changed, header, Secret, DateTimeOffset.FromUnixTimeSeconds(Time)));
        }
    }

    // Computed by another program, so that both sides of a change to the computation would have to be wrong together.
    [Fact]
    public void Signature_is_the_hmac_of_time_dot_payload() =>
        Assert.True(IsGenuine($"t={Time},v1=e32657f3e678d33b41ec084c16ac0e125d25480a06cb3902286dc5942c6fd259"));

    private static bool IsGenuine(string header, long now = Time) =>
        StripeSignature.IsGenuine(Payload, header, Secret, DateTimeOffset.FromUnixTimeSeconds(now));

    private static string SignatureOf(string secret)
    {
        var text = Time.ToString(CultureInfo.InvariantCulture) + "." + Encoding.UTF8.GetString(Payload);
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
    }
}
