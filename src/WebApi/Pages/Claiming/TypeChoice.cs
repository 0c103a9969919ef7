namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>A credit type that the learner has credit of.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="AvailableHundredths">How much can be claimed.</param>
/// <param name="StepHundredths">Claims are whole numbers of this.</param>
public sealed record TypeChoice(string Code, string Name, long AvailableHundredths, long StepHundredths);
