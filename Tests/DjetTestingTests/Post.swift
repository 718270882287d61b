import DjetCommand
import DjetJobmachine
import DjetModel
import DjetStore
import Foundation

extension Part {
    /// A post office, as an application's author writes a part.
    static let post = Part(
        "post",
        functions: [
            SendLetter.self, SendLetters.self, Knock.self, TellTime.self, Relay.self, TellSchedule.self,
            Register.self,
        ],
        handlers: [StampHandler()],
        schedules: [
            Schedule("rounds", every: .seconds(1)) { TellSchedule() },
            Schedule("holidays", "@yearly") { SendLetters(to: ["ada", "bob"]) },
        ],
        sql: {
            let table = "create table post.letter (recipient text not null);"
            return [try SQLSet(home: "post", files: [.init(path: "migrations/0001_post.sql", text: table)])]
        },
        prepare: { $0.providing(Sender(name: "the post office")) })
}

extension Part {
    /// A part that brings nothing but middleware.
    static let sorting = Part("sorting", middleware: [Sorting()], offloadMiddleware: [Sorting()])
}

/// Tags what is offloaded, and provides another sender.
struct Sorting: JobMiddleware, OffloadMiddleware {
    func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
        try await next(model.providing(Sender(name: "\(job.tags)")))
    }

    func offload(_ offload: Offload, in model: Model, next: NextOffload) async throws -> [TicketID] {
        var offload = offload
        offload.tags.append("sorted")
        return try await next(offload)
    }
}

/// A service that the part provides.
struct Sender: Sendable {
    var name: String
}

/// Notes a letter, and returns the name of its sender.
struct SendLetter: ModelFunction {
    static let name = "post.send-letter"
    static let queue = "letters"
    var to: String

    func run(in model: Model) async throws -> String {
        try await model.database.query("insert into post.letter (recipient) values (\(to))")
        return try model.service(Sender.self).name
    }
}

/// Takes the secret code of a registered letter, and returns its length.
struct Register: ModelFunction {
    static let name = "post.register"
    static var secret: Secret { .arguments("code") }
    var code: String

    func run(in model: Model) async throws -> Int { code.count }
}

/// Offloads a letter to each, and returns their number.
struct SendLetters: ModelFunction {
    static let name = "post.send-letters"
    var to: [String]

    func run(in model: Model) async throws -> Int {
        for name in to { _ = try await model.offload(SendLetter(to: name)) }
        return to.count
    }
}

/// Fails so many attempts, then snoozes for an hour so many times, then returns the number of its attempt.
struct Knock: ModelFunction {
    struct NobodyHome: Error, Codable {}

    static let name = "post.knock"
    static let retry = Retry(attempts: 3, first: .seconds(3600))
    var failures = 0
    var snoozes = 0

    func run(in model: Model) async throws -> Int {
        let attempt = model.job?.attempt ?? 1
        if attempt <= failures { throw NobodyHome() }
        if attempt <= failures + snoozes { throw Snooze(for: .seconds(3600)) }
        return attempt
    }
}

/// Returns the model's time in seconds since 1970.
struct TellTime: ModelFunction {
    static let name = "post.tell-time"

    func run(in model: Model) async throws -> Double { model.now.timeIntervalSince1970 }
}

/// Offloads a job to a queue that no function names, for so many seconds later, and waits for it.
struct Relay: ModelFunction {
    static let name = "post.relay"
    static let commit = Commit.detached
    var delay = 0.0

    func run(in model: Model) async throws -> Double {
        try await model.offload(TellTime(), on: "elsewhere", runAt: model.now + delay).value
    }
}

/// Returns the name of the schedule that made its job.
struct TellSchedule: ModelFunction {
    static let name = "post.tell-schedule"

    func run(in model: Model) async throws -> String? { model.job?.schedule?.name }
}

/// Handles jobs that are no model functions.
struct StampHandler: JobHandler {
    let kind = "post.stamp"

    func run(_ job: Job, in model: Model) async throws -> String { "stamped" }
}

extension Model {
    /// The recipients of all letters, in the order of the alphabet.
    var recipients: [String] {
        get async throws {
            try await database.rows("select recipient from post.letter order by 1", as: String.self)
        }
    }
}
