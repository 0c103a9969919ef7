using System.Collections;
using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Pages.Forms;

/// <summary>What is wrong with a form, in the order of its fields.</summary>
public sealed class FormErrors(ImmutableArray<FormError> errors) : IEnumerable<FormError>
{
    public static FormErrors None { get; } = new([]);

    public bool Any => !errors.IsEmpty;

    public static FormErrors Of(IEnumerable<FormError> errors) => new([.. errors]);

    /// <summary>What is wrong with one field, or none.</summary>
    public string? For(string fieldId) => errors.FirstOrDefault(error => error.FieldId == fieldId)?.Message;

    public IEnumerator<FormError> GetEnumerator() => ((IEnumerable<FormError>)errors).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
