using System.Text;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Secrets;

namespace CmeOrleans.Silo.Tests;

public sealed class PersonalDataKeyringTests
{
    private const string Learner = "learner-1";

    private static readonly byte[] Name = Encoding.UTF8.GetBytes("Ana Núñez");

    private readonly PersonalDataKeyring _keyring = new(NewMasterKey());

    [Fact]
    public void What_was_sealed_opens_for_the_same_learner()
    {
        var key = _keyring.CreateWrappedKey(Learner);

        Assert.Equal(Name, _keyring.Open(key, Learner, _keyring.Seal(key, Learner, Name)));
        Assert.Empty(_keyring.Open(key, Learner, _keyring.Seal(key, Learner, [])));
    }

    [Fact]
    public void A_seal_shows_nothing_of_what_it_holds_and_is_new_each_time()
    {
        var key = _keyring.CreateWrappedKey(Learner);
        var first = _keyring.Seal(key, Learner, Name);

        Assert.Equal(-1, first.AsSpan().IndexOf("Ana"u8));
        Assert.NotEqual(first, _keyring.Seal(key, Learner, Name));
        Assert.NotEqual(key, _keyring.CreateWrappedKey(Learner));
    }

    /// <summary>Method: every byte in turn is changed; none may be without meaning.</summary>
    [Fact]
    public void A_changed_byte_breaks_a_seal_and_a_wrapped_key()
    {
        var key = _keyring.CreateWrappedKey(Learner);
        var seal = _keyring.Seal(key, Learner, Name);

        for (var index = 0; index < seal.Length; index++)
        {
            var changed = (byte[])seal.Clone();
            changed[index] ^= 1;
            Assert.Throws<SealBrokenException>(() => _keyring.Open(key, Learner, changed));
        }

        for (var index = 0; index < key.Length; index++)
        {
            var changed = (byte[])key.Clone();
            changed[index] ^= 1;
            Assert.Throws<SealBrokenException>(() => _keyring.Open(changed, Learner, seal));
        }
    }

    [Fact]
    public void A_seal_is_bound_to_its_learner_its_key_and_its_master_key()
    {
        var key = _keyring.CreateWrappedKey(Learner);
        var seal = _keyring.Seal(key, Learner, Name);

        Assert.Throws<SealBrokenException>(() => _keyring.Open(key, "learner-2", seal));
        Assert.Throws<SealBrokenException>(() => _keyring.Open(_keyring.CreateWrappedKey(Learner), Learner, seal));
        Assert.Throws<SealBrokenException>(() => new PersonalDataKeyring(NewMasterKey()).Open(key, Learner, seal));
    }

    [Fact]
    public void Cut_seals_and_keys_are_broken_ones()
    {
        var key = _keyring.CreateWrappedKey(Learner);
        var seal = _keyring.Seal(key, Learner, Name);

        Assert.Throws<SealBrokenException>(() => _keyring.Open(key, Learner, seal.AsSpan(0, 10)));
        Assert.Throws<SealBrokenException>(() => _keyring.Open(key, Learner, []));
        Assert.Throws<SealBrokenException>(() => _keyring.Open(key.AsSpan(0, key.Length - 1), Learner, seal));

        // A wrapped key is no seal, although both have the same form.
        Assert.Throws<SealBrokenException>(() => _keyring.Open(key, Learner, key));
    }

    private static MasterKey NewMasterKey() => MasterKey.Parse(Encoding.ASCII.GetString(MasterKey.Generate()));
}
