using System.Collections.Immutable;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Json;

/// <summary>Collects what is wrong with a body, so that one answer names all of it.</summary>
internal sealed class RequestErrors
{
    /// <summary>More errors than this help nobody.</summary>
    public const int ErrorsMax = 100;

    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>(initialCapacity: 0);

    /// <summary>The text of a field that must be given; an error, and an empty text to go on with, when it is not.</summary>
    public string Required(string? value, string pointer)
    {
        if (value is null)
        {
            AddMissing(pointer);
        }

        return value ?? "";
    }

    /// <summary>The value of a field that must be given; an error, and a default to go on with, when it is not.</summary>
    public T Required<T>(T? value, string pointer)
        where T : struct
    {
        if (value is null)
        {
            AddMissing(pointer);
        }

        return value.GetValueOrDefault();
    }

    /// <summary>A list of texts, empty when not given; an error for each null in it.</summary>
    public ImmutableArray<string> Texts(IReadOnlyList<string?>? values, string pointer)
    {
        var texts = ImmutableArray.CreateBuilder<string>(values?.Count ?? 0);
        for (var index = 0; index < (values?.Count ?? 0); index++)
        {
            texts.Add(Required(values![index], $"{pointer}/{index}"));
        }

        return texts.MoveToImmutable();
    }

    /// <summary>A list that must be given, of at most <paramref name="countMax"/> items, each read by <paramref name="read"/>.</summary>
    public ImmutableArray<TItem> Items<TRequest, TItem>(
        IReadOnlyList<TRequest?>? requests, string pointer, int countMax, Func<TRequest, string, TItem> read)
        where TRequest : class
    {
        if (requests is null || requests.Count > countMax)
        {
            Add(pointer, requests is null ? "missing" : "too-many", $"This list is required and has at most {countMax} items.");
            return [];
        }

        var items = ImmutableArray.CreateBuilder<TItem>(requests.Count);
        for (var index = 0; index < requests.Count; index++)
        {
            var itemPointer = $"{pointer}/{index}";
            if (requests[index] is { } request)
            {
                items.Add(read(request, itemPointer));
            }
            else
            {
                AddMissing(itemPointer);
            }
        }

        return items.ToImmutable();
    }

    /// <summary>An id that must be given and have the form of one.</summary>
    public string RequiredId(string? value, string pointer)
    {
        if (value is not null && !Ids.IsValid(value))
        {
            Add(pointer, "not-an-id", $"An id matches {Ids.Pattern}.");
        }

        return Required(value, pointer);
    }

    /// <summary>A text that must be given and have 1 to <paramref name="lengthMax"/> characters, not all of them white space.</summary>
    public string RequiredText(string? value, string pointer, int lengthMax)
    {
        if (value is not null && (string.IsNullOrWhiteSpace(value) || value.Length > lengthMax))
        {
            Add(pointer, "length", $"This text has 1 to {lengthMax} characters.");
        }

        return Required(value, pointer);
    }

    public void AddMissing(string pointer) => Add(pointer, "missing", "This field is required.");

    public void Add(string pointer, string code, string detail)
    {
        if (_errors.Count < ErrorsMax)
        {
            _errors.Add(new(pointer, code, detail));
        }
    }

    /// <exception cref="ProblemException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new ProblemException(ToProblem());
        }
    }

    private Problem ToProblem() =>
        new(ProblemTypes.InvalidRequest, "The request cannot be understood; errors says where.") { Errors = _errors.ToImmutable() };
}
