/// A function that does many of its jobs with one call, for instance with one statement for all of them.
///
/// ```swift
/// struct CountVisit: CollectiveFunction {
///     static let name = "pages.count-visit"
///     static let commit = Commit.atomic(group: 100)
///     var page: Int
///
///     static func run(_ visits: [CountVisit], in model: Model) async throws -> [Result<Int, any Error>] {
///         try await model.database.rows("select pages.count_visits(\(visits.map(\.page)))", as: Int.self)
///             .map { .success($0) }
///     }
/// }
/// ```
///
/// A worker passes the jobs of a transaction to one call for each user, locale and tenant. Each remains a
/// job, with a reply or a failure of its own. A call of the function, or a job that is alone, is an array of
/// one. A job is run by itself if it has a time limit, its function has secrets or its worker middleware.
public protocol CollectiveFunction: ModelFunction {
    // Stated once more, so that the compiler finds it in the results of `run`.
    /// The type that each of them returns.
    associatedtype Output

    /// Runs functions together, and returns a result for each, in their order.
    ///
    /// One whose result is a failure must have left nothing behind: what the call did is committed as a
    /// whole. If the call throws, it is undone, and each job is run by itself. `model.job` is nil if there
    /// are several; progress and log lines are those of all.
    static func run(_ functions: [Self], in model: Model) async throws -> [Result<Output, any Error>]
}

extension CollectiveFunction {
    /// Runs the function by itself.
    public func run(in model: Model) async throws -> Output {
        try await Self.results(of: [self], in: model)[0].get()
    }

    /// Runs functions together. Throws `ModelError.unavailable` if there are not as many results.
    package static func results(
        of functions: [Self], in model: Model
    ) async throws -> [Result<Output, any Error>] {
        guard !functions.isEmpty else { return [] }
        let results = try await run(functions, in: model)
        guard results.count == functions.count else {
            throw ModelError.unavailable(
                "\(name) returned \(results.count) results for \(functions.count) functions")
        }
        return results
    }
}
