import DjetStore

/// A job's progress at each change, until the job has ended. Throws `JobError.unknown`.
public struct ProgressUpdates: AsyncSequence, Sendable {
    /// The progress of the job.
    public typealias Element = JobProgress

    let begin: @Sendable () -> (Rings, @Sendable () async throws -> TicketLook)?

    /// Starts to listen.
    public func makeAsyncIterator() -> Iterator {
        guard let (rings, look) = begin() else { return Iterator(rings: nil, look: nil) }
        return Iterator(rings: rings.makeAsyncIterator(), look: look)
    }

    /// An iterator over the changes.
    public struct Iterator: AsyncIteratorProtocol {
        var rings: Rings.Iterator?
        let look: (@Sendable () async throws -> TicketLook)?
        var last: JobProgress?

        /// Returns the next change; nil when the job has ended.
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
