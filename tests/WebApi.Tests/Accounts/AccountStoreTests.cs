using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>The store's promises on SQLite.</summary>
public sealed class AccountStoreTests(TestNode node) : AccountStoreContract(node);
