namespace CmeOrleans.Domain.Reporting;

/// <summary>A board that certifies physicians and knows them by a diplomate id. The names of <see cref="CertifyingBoardNames"/> are part of the API.</summary>
public enum CertifyingBoard
{
    None = 0,

    /// <summary>The American Board of Pediatrics.</summary>
    Abp = 1,

    /// <summary>The American Board of Internal Medicine.</summary>
    Abim = 2,
}
