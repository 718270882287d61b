import DjetCommand
import DjetModel
import DjetStore

extension Part {
    /// The move of jobs from swift-jobs-postgres, for the program that has the functions of these jobs.
    static let swiftJobs = Part(
        "swift-jobs", functions: [MoveJobs.self],
        sql: {
            let files = EmbeddedSQL.files.map { SQLSet.File(path: $0.path, text: $0.text) }
            return [try SQLSet(home: "swift_jobs_import", files: files)]
        })
}

/// Moves the jobs of the schema `swift_jobs` to Djet's queues, a batch in each transaction. Each is moved
/// once, whoever dies and however often the function runs.
///
/// Throws `ModelError.notFound` if the database has no such schema.
struct MoveJobs: ModelFunction {
    struct Output: Codable, Sendable, Equatable {
        var moved = 0
        /// The jobs that Djet refused: `swift_jobs_import.moved` has the reasons.
        var refused = 0
    }

    static let name = "swift-jobs.move"
    static let commit = Commit.detached
    /// The jobs of one transaction; nil for 500.
    var batch: Int?
    /// The kinds of jobs by their names in swift-jobs. The kind of any other is its name, such as
    /// `send-email` for SendEmail.
    var kinds: [String: String]?
    /// True to move jobs that were being processed, too: their workers must have been stopped.
    var interrupted: Bool?
    /// True to move failed jobs, too, which run once more.
    var failed: Bool?

    func run(in model: Model) async throws -> Output {
        let others = (interrupted == true ? [1] : []) + (failed == true ? [2] : [])
        let names = try JSONParameter(kinds ?? [:])
        let amount = min(max(batch ?? 500, 1), 10_000)
        var all = Output()
        while true {
            try Task.checkCancellation()
            let step = try await model.database.first(
                "select moved, refused from swift_jobs_import.move(\(amount), \(others), \(names)::jsonb)",
                as: Output.self)
            guard let step, step != Output() else { return all }
            all.moved += step.moved
            all.refused += step.refused
            await model.report(done: all.moved + all.refused)
        }
    }
}
