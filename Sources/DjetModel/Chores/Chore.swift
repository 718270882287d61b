/// A part's own housekeeping, which comes again and again without being a job.
///
/// ```swift
/// Chore("sweep", every: .seconds(3_600)) { model in
///     try await model.database.query("delete from shop.basket where left_at < now() - interval '1 day'")
/// }
/// ```
///
/// It is run by one worker at a time, whichever finds it due first; over all processes it runs at least once.
/// One that fails is logged, is shown by `djet chores`, and runs again at its next time. That of a worker
/// which dies or stops is run again by another.
public struct Chore: Sendable {
    /// The name, by which people know it: up to 60 of a–z, 0–9, _, - and dots; unique among all parts.
    public var name: String
    /// The time from the beginning of a run to that of the next: a second at least.
    public var interval: Duration
    /// The longest time of a run, a second to a day. Then its task is cancelled, which its code must heed.
    public var limit: Duration
    package let body: @Sendable (Model) async throws -> Void

    /// Declares a chore. A new one is due at once.
    public init(
        _ name: String, every interval: Duration, limit: Duration = .seconds(600),
        _ body: @escaping @Sendable (Model) async throws -> Void
    ) {
        self.name = name
        self.interval = interval
        self.limit = limit
        self.body = body
    }
}

extension Chore {
    /// The times of a declaration, in seconds, as SQL reads them.
    struct Times: Encodable {
        var every: Double
        var limit: Double

        init(_ chore: Chore) {
            every = chore.interval / .seconds(1)
            limit = chore.limit / .seconds(1)
        }
    }
}
