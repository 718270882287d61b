/// A job's progress at each change, until the job has ended. Throws `JobError.unknown`.
public struct ProgressUpdates: AsyncSequence, Sendable {
    /// The progress of the job.
    public typealias Element = JobProgress

    /// Nil for an inline job, which has ended.
    let watch: TicketWatch<TicketLook>?

    /// Starts to listen.
    public func makeAsyncIterator() -> Iterator {
        Iterator(watch: watch?.makeAsyncIterator())
    }

    /// An iterator over the changes.
    public struct Iterator: AsyncIteratorProtocol {
        var watch: TicketWatch<TicketLook>.Iterator?
        var last: JobProgress?

        /// Returns the next change; nil when the job has ended.
        public mutating func next() async throws -> JobProgress? {
            while let look = try await watch?.next() {
                guard !look.isLast, let progress = look.progress, progress != last else { continue }
                last = progress
                return progress
            }
            return nil
        }
    }
}
