public import DjetModel

extension Model {
    /// Works off all jobs that are due, one at a time, and those that they offload, until none is left.
    /// Returns the number of jobs that ended.
    ///
    /// ```swift
    /// _ = try await model.offload(CountTotals())
    /// let ended = try await model.drain()
    /// #expect(ended == 1)
    /// ```
    ///
    /// A real worker runs them, for the time of the call. A job is due when its time has come by the model's
    /// clock or by the server's; that of a paused queue never is. An attempt that fails is repeated at once,
    /// as often as its function allows: a test does not wait. A job that snoozes is left for the next
    /// `drain()`.
    ///
    /// - Parameter limit: the longest that it may take.
    ///
    /// Throws `FailedJobs` if jobs ended as error meanwhile, when all others are done; `OverdueTest` if jobs
    /// are left when the limit is over; `ModelError.conflict` in a transaction, whose jobs no worker sees.
    @discardableResult
    public func drain(limit: Duration = .seconds(60)) async throws -> Int {
        guard !isInTransaction else {
            throw ModelError.conflict("drain() was called in a transaction: call it after the commit")
        }
        return try await Drain(self, limit: limit).run()
    }
}

/// The jobs that failed while `drain()` worked off the line.
public struct FailedJobs: Error, CustomStringConvertible {
    /// The jobs, the last first.
    public let jobs: [JobSummary]

    /// The message, with the jobs and their errors.
    public var description: String { "these jobs failed:\n\(jobs.lines)" }
}
