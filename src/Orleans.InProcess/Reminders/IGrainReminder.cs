namespace Orleans.Runtime;

/// <summary>The handle of a reminder.</summary>
public interface IGrainReminder
{
    string ReminderName { get; }
}
