import DjetStore

/// The progress of a job, each time that it changes, until the job has ended. Throws `JobError.unknown`.
public struct ProgressUpdates: AsyncSequence, Sendable {
    /// How far the job is.
    public typealias Element = JobProgress

    let begin: @Sendable () -> (Rings, @Sendable () async throws -> TicketLook)?

    /// Begins to listen.
    public func makeAsyncIterator() -> Iterator {
        guard let (rings, look) = begin() else { return Iterator(rings: nil, look: nil) }
        return Iterator(rings: rings.makeAsyncIterator(), look: look)
    }

    /// Hands over the changes.
    public struct Iterator: AsyncIteratorProtocol {
        var rings: Rings.Iterator?
        let look: (@Sendable () async throws -> TicketLook)?
        var last: JobProgress?

        /// The next change; nil when the job has ended.
        public mutating func next() async throws -> JobProgress? {
            while await rings?.next() != nil, let seen = try await look?(), !seen.state.status.isEnded {
                guard let progress = seen.progress, progress != last else { continue }
                last = progress
                return progress
            }
            return nil
        }
    }
}
