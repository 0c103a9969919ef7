namespace CmeOrleans.Grains.Ports;

/// <summary>The payment service did not answer, or not as agreed. The message is safe to log.</summary>
public sealed class BillingUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
