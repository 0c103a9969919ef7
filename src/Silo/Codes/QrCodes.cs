using CmeOrleans.Certificates;

namespace CmeOrleans.Silo.Codes;

/// <summary>The codes that papers have too.</summary>
internal sealed class QrCodes : IQrCodes
{
    public IReadOnlyList<IReadOnlyList<bool>> Create(Uri address) => QrModules.Of(address);
}
