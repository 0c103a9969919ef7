using Microsoft.AspNetCore.Http.Features;

namespace CmeOrleans.WebApi.Pages.Forms;

/// <summary>How much a form may hold. The largest is a claim of 500 credits: two fields each, and a few besides.</summary>
internal static class FormLimits
{
    public const int FieldsMax = 1_100;
    public const int NameLengthMax = 100;
    public const int ValueLengthMax = 16_384;

    public static IServiceCollection AddFormLimits(this IServiceCollection services) => services.Configure<FormOptions>(options =>
    {
        options.ValueCountLimit = FieldsMax;
        options.KeyLengthLimit = NameLengthMax;
        options.ValueLengthLimit = ValueLengthMax;
    });
}
