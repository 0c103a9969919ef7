using System.Reflection.Emit;

namespace Orleans.Runtime;

/// <summary>The call class of one grain method: how to create it and where its arguments go.</summary>
internal sealed record EmittedCall(ConstructorBuilder Constructor, IReadOnlyList<FieldBuilder> ArgumentFields);
