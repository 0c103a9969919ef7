using System.ComponentModel.DataAnnotations;

namespace CmeOrleans.Grains.Support;

/// <summary>Settings of support, read from the section <see cref="SectionName"/>.</summary>
public sealed class SupportOptions
{
    public const string SectionName = "Support";

    /// <summary>Where requests are mailed to. When not set they are stored only, for operators to read.</summary>
    [RegularExpression(@"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$", ErrorMessage = "must be one e-mail address.")]
    public string? Address { get; set; }
}
