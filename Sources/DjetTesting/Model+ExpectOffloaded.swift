public import DjetModel
import DjetStore
public import Testing

extension Model {
    /// Expects that jobs of a function are on their queue, with arguments that fit. Returns these arguments,
    /// oldest first.
    ///
    /// ```swift
    /// try await model.expectOffloaded(RemindLatePayers.self)
    /// try await model.expectOffloaded(SendLetter.self) { $0.to == "ada" }
    /// try await model.expectOffloaded(SendLetter.self, count: 0) { $0.to == "bob" }
    /// ```
    ///
    /// It counts jobs that have not ended; with a worker beside the test, await the ticket instead. A failure
    /// is an issue of the test, which tells the jobs there are. Within a transaction it sees what that has
    /// offloaded.
    ///
    /// - Parameters:
    ///   - type: the function.
    ///   - count: the number of jobs that fit; nil for one at least.
    ///   - sourceLocation: the place of the issue.
    ///   - fits: returns true for the arguments that are expected. By default all are.
    @discardableResult
    public func expectOffloaded<Function: ModelFunction>(
        _ type: Function.Type, count: Int? = nil, sourceLocation: SourceLocation = #_sourceLocation,
        where fits: (Function) throws -> Bool = { _ in true }
    ) async throws -> [Function] {
        let ids = try await liveJobs().map(\.id)
        let stored = try await database.rows(
            queue.storedArguments(of: Function.name, among: ids), as: String.self)
        let fitting = try stored.compactMap { try? readable($0, of: type) }.filter(fits)
        if count.map({ $0 != fitting.count }) ?? fitting.isEmpty {
            let expected = count.map { "\($0) jobs" } ?? "a job"
            let text =
                "expected \(expected) of \(Function.name) with arguments that fit, found \(fitting.count)"
            let jobs = try await database.rows(queue.status(ids), as: JobDetails.self)
                .sorted { $0.id < $1.id }
            Issue.record(Comment(rawValue: "\(text). \(told(jobs))"), sourceLocation: sourceLocation)
        }
        return fitting
    }

    /// Returns a function from its stored arguments, the secret ones decrypted.
    private func readable<Function: ModelFunction>(
        _ arguments: String, of type: Function.Type
    ) throws -> Function {
        guard Function.secret != .nothing else { return try Function.decoded(from: arguments) }
        return try Function.decoded(from: secretKeys.readable(arguments, Function.secret, of: Function.name))
    }

    /// Returns what there is on the queues, for a failure.
    private func told(_ jobs: [JobDetails]) -> String {
        guard !isInline else {
            return "The model is inline: what is offloaded runs at once, and makes no job"
        }
        guard !jobs.isEmpty else { return "No job is on a queue" }
        let lines = jobs.prefix(20).map { job in
            "  \(job.ticket) \(job.kind), \(job.status.rawValue): \(job.arguments.prefix(200))"
        }
        let rest = jobs.count > lines.count ? "\n  and \(jobs.count - lines.count) more" : ""
        return "The jobs on the queues:\n" + lines.joined(separator: "\n") + rest
    }
}
