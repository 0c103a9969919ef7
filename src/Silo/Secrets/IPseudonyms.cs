namespace CmeOrleans.Silo.Secrets;

/// <summary>Gives ids stand-ins that mean nothing outside of this deployment: the same one each time, on every node.</summary>
public interface IPseudonyms
{
    /// <summary>The stand-in of an id.</summary>
    /// <param name="scope">Where it is shown; the same id has another stand-in in another scope, so that they cannot be matched.</param>
    /// <param name="id">What it stands for.</param>
    string Of(string scope, string id);
}
