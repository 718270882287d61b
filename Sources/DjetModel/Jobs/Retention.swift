/// The time for which ended jobs are kept, by their status. Less than a day counts as a day.
///
/// A day of the history is dropped when the longest of them is over. Jobs whose own is over before are
/// deleted with their attempts, log and steps; files stay until the longest is over.
public struct Retention: Sendable, Hashable {
    /// The time for which finished jobs are kept.
    public var finished: Duration
    /// The time for which failed jobs are kept.
    public var error: Duration
    /// The time for which cancelled jobs are kept.
    public var cancelled: Duration

    /// Creates a retention: one time for all ended jobs, 14 days by default, and others for some statuses.
    public init(
        _ usual: Duration = .seconds(14 * 86_400), finished: Duration? = nil, error: Duration? = nil,
        cancelled: Duration? = nil
    ) {
        self.finished = finished ?? usual
        self.error = error ?? usual
        self.cancelled = cancelled ?? usual
    }
}
