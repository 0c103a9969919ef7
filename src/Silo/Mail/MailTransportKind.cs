namespace CmeOrleans.Silo.Mail;

/// <summary>How mails leave the node.</summary>
public enum MailTransportKind
{
    /// <summary>As files in a folder: for trials, and for whoever collects them there.</summary>
    Folder = 0,

    /// <summary>Over SMTP.</summary>
    Smtp = 1,
}
