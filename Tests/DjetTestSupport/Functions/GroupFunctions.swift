package import DjetModel

/// Doubles a number, or fails.
package struct Share: ModelFunction {
    package static let name = "test.share"
    package static let commit = Commit.detached
    package static let retry = Retry.never
    package var number: Int
    package var fails: Bool

    package init(number: Int, fails: Bool = false) {
        self.number = number
        self.fails = fails
    }

    package func run(in model: Model) async throws -> Int {
        if fails { throw ModelError.conflict("number \(number) fails") }
        return number * 2
    }
}

/// Returns the outcome of the group after which it runs.
package struct TellOutcome: ModelFunction {
    package static let name = "test.tell-outcome"

    package init() {}

    package func run(in model: Model) async throws -> GroupOutcome {
        guard let outcome = model.outcome else { throw ModelError.conflict("it runs after no group") }
        return outcome
    }
}

extension GroupTicket {
    /// The outcome that a `TellOutcome` after the group returns.
    package func outcome(by model: Model) async throws -> GroupOutcome {
        guard let ticket = try await status.then else { throw ModelError.notFound("nothing runs after it") }
        return try await model.ticket(ticket, of: GroupOutcome.self).value
    }
}
