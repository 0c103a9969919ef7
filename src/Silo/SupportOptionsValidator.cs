using CmeOrleans.Grains.Support;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo;

/// <summary>Checks <see cref="SupportOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class SupportOptionsValidator : IValidateOptions<SupportOptions>;
