namespace CmeOrleans.Grains.Mail;

/// <summary>How long delivery is tried.</summary>
/// <param name="AttemptsMax">The most attempts for one mail. Two dozen take most of a day.</param>
public sealed record MailCarrierLimits(int AttemptsMax);
