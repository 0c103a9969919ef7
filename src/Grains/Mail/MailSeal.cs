using System.Text.Json;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Mail;

/// <summary>Seals a mail under a data key of its own. To remove that key is to remove what the mail said.</summary>
internal static class MailSeal
{
    // No learner id holds a slash, so the key of a mail is never taken for a learner's.
    private const string OwnerPrefix = "mail/";

    public static StoredMail Seal(IPersonalDataKeyring keyring, OutgoingMail mail)
    {
        var owner = OwnerPrefix + mail.Key;
        var wrappedKey = keyring.CreateWrappedKey(owner);
        return new(mail.Key, wrappedKey, keyring.Seal(wrappedKey, owner, JsonSerializer.SerializeToUtf8Bytes(mail)));
    }

    /// <exception cref="SealBrokenException">The stored mail is not what <see cref="Seal"/> made.</exception>
    public static OutgoingMail Open(IPersonalDataKeyring keyring, StoredMail stored)
    {
        var clear = keyring.Open(stored.WrappedKey.Span, OwnerPrefix + stored.Key, stored.Sealed.Span);
        return JsonSerializer.Deserialize<OutgoingMail>(clear) ?? throw new SealBrokenException("A sealed mail is not a mail.");
    }
}
