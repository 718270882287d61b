public import DjetModel

/// What a worker runs for a kind of jobs.
///
/// Model functions need none: theirs is made from the function. Write one for jobs that are offloaded by
/// others, or that are no business of the model's.
public protocol JobHandler: Sendable {
    /// What it answers.
    associatedtype Output: Codable & Sendable

    /// The kind of jobs that it is for.
    var kind: String { get }
    /// How its work is committed. `.atomic` by default.
    var commit: Commit { get }
    /// When a failed attempt is tried again. Five attempts by default.
    var retry: Retry { get }
    /// How long an attempt may take; nil, the default, is as long as it likes.
    var timeout: Duration? { get }

    /// Does the job. `model` is the environment: within a transaction if `commit` is `.atomic`, on behalf of
    /// whoever offloaded the job.
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
