using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Mail;

/// <summary>Settings of outgoing mail, read from the section <see cref="SectionName"/>.</summary>
public sealed class MailOptions
{
    public const string SectionName = "Mail";

    /// <summary>How mails leave. The default writes them as files.</summary>
    public MailTransportKind Transport { get; set; } = MailTransportKind.Folder;

    /// <summary>The folder for mails as files. The default is <c>mail</c> in the data folder.</summary>
    [StringLength(4096, MinimumLength = 1, ErrorMessage = "must be the path of a folder.")]
    public string? Folder { get; set; }

    /// <summary>The address that mails come from. The default is <c>no-reply@</c> and the host of <c>Certificates:PublicBaseUrl</c>.</summary>
    [RegularExpression(@"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$", ErrorMessage = "must be one e-mail address.")]
    public string? FromAddress { get; set; }

    /// <summary>The name beside that address. The default is <c>CmeOrleans</c>.</summary>
    [RegularExpression(@"^[^\p{C}]{1,100}$", ErrorMessage = "must be one line of 1 to 100 characters.")]
    public string FromName { get; set; } = "CmeOrleans";

    /// <summary>The SMTP server. Required with that transport.</summary>
    [StringLength(253, MinimumLength = 1, ErrorMessage = "must be the name or address of a host.")]
    public string? SmtpHost { get; set; }

    /// <summary>Its port. The default is 587, that of submission.</summary>
    [Range(1, 65_535)]
    public int SmtpPort { get; set; } = 587;

    /// <summary>Whether the connection must turn to TLS (STARTTLS) before anything is said. The default is true; false is for a server on the same machine.</summary>
    public bool SmtpTls { get; set; } = true;

    /// <summary>The user to sign in as at the server; nobody when not set.</summary>
    public string? SmtpUser { get; set; }

    /// <summary>That user's password. A secret.</summary>
    public string? SmtpPassword { get; set; }

    /// <summary>The most attempts to deliver one mail, 1–100. The default of 24 takes most of a day.</summary>
    [Range(1, 100)]
    public int AttemptsMax { get; set; } = 24;
}

/// <summary>Checks <see cref="MailOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
