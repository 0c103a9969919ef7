namespace Orleans.Runtime;

/// <inheritdoc cref="IGrainReminder"/>
internal sealed record ReminderHandle(string ReminderName, string ETag) : IGrainReminder;
