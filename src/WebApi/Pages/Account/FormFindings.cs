using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Gathers what is wrong with a form.</summary>
internal sealed class FormFindings
{
    private readonly List<FormError> _errors = [];

    public bool Any => _errors.Count > 0;

    public FormErrors Errors => FormErrors.Of(_errors);

    public void Require(bool condition, string fieldId, string message)
    {
        if (!condition)
        {
            _errors.Add(new(fieldId, message));
        }
    }

    public void Add(string fieldId, IEnumerable<string> messages) => _errors.AddRange(messages.Select(message => new FormError(fieldId, message)));
}
