namespace Orleans.Streams.Core;

/// <summary>A grain that is told of its implicit subscriptions, so that it can attach observers to them.</summary>
public interface IStreamSubscriptionObserver
{
    Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory);
}
