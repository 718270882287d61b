public import DjetModel

/// The code that a worker runs for a kind of jobs.
///
/// Model functions need none: theirs is made from the function. Write one for jobs that other programs
/// offload, or that lie outside the model.
public protocol JobHandler: Sendable {
    /// The type of the reply.
    associatedtype Output: Codable & Sendable

    /// The kind of jobs that it handles.
    var kind: String { get }
    /// The way its work is committed. `.atomic` by default.
    var commit: Commit { get }
    /// The retries after a failed attempt. Five attempts by default.
    var retry: Retry { get }
    /// The longest an attempt may take; nil, the default, means no limit.
    var timeout: Duration? { get }

    /// Does the job and returns its reply. `model` is the environment, on behalf of the user that offloaded
    /// the job; within a transaction if `commit` is `.atomic` or `.grouped`.
    func run(_ job: Job, in model: Model) async throws -> Output
}

extension JobHandler {
    /// One transaction.
    public var commit: Commit { .atomic }
    /// Five attempts, with exponential back-off.
    public var retry: Retry { Retry() }
    /// No limit.
    public var timeout: Duration? { nil }
}
