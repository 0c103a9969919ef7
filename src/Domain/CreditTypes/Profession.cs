namespace CmeOrleans.Domain.CreditTypes;

/// <summary>What a learner practises, as far as it decides which credit may be awarded. Numbers are stored and never reused.</summary>
public enum Profession
{
    None = 0,

    /// <summary>Doctor of medicine.</summary>
    PhysicianMd = 1,

    /// <summary>Doctor of osteopathic medicine.</summary>
    PhysicianDo = 2,

    PhysicianAssistant = 3,
    NursePractitioner = 4,
    Nurse = 5,
    Pharmacist = 6,

    /// <summary>Anybody else; may take part, and is awarded only credit that is open to everyone.</summary>
    Other = 7,
}
