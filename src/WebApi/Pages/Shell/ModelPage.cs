using Microsoft.AspNetCore.Components;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>A page that shows one model and asks nobody else for anything.</summary>
public abstract class ModelPage<TModel> : ComponentBase
    where TModel : class
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = null!;
}
