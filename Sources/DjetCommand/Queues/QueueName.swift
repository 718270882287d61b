import DjetModel

/// The checks of a queue's name that somebody has typed.
enum QueueName {
    /// Throws `CommandFailure` if the name cannot be a queue's.
    ///
    /// The rule is that of `jobmachine.are_queues`. It stands here as well, since a mistyped name is refused
    /// before there is a database.
    ///
    /// - Parameter mayBeBranch: true if `gl.*` may stand for `gl` and all queues below it.
    static func check(_ name: String, mayBeBranch: Bool = false) throws {
        let root = mayBeBranch && name.hasSuffix(".*") ? name.dropLast(2) : name[...]
        guard root.utf8.count <= 30,
            root.wholeMatch(of: #/[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*/#) != nil
        else {
            throw CommandFailure(
                .usage,
                """
                “\(name.prefix(60))” is not a queue's name: use up to 30 of a–z, 0–9, _ and -, parts joined by dots, \
                each beginning with a letter
                """)
        }
    }
}

extension Model {
    /// Returns a doubt about the name of a queue that has no jobs and no worker, as a sentence to stand
    /// behind another one. Returns an empty text for any other queue.
    func doubt(aboutQueue name: String) async throws -> String {
        let jobs = try await findJobs(JobSearch(queue: name), limit: 1).jobs
        let workers = try await queues().first { $0.name == name }?.workers ?? 0
        guard jobs.isEmpty, workers == 0 else { return "" }
        return " It has no jobs yet, and no worker claims from it: check the name."
    }
}
