using CmeOrleans.Grains.Certificates;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo;

/// <summary>Checks <see cref="CertificateOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class CertificateOptionsValidator : IValidateOptions<CertificateOptions>;
