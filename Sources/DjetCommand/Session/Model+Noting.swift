import DjetJSON
import DjetModel

/// The audit entries of commands, which name no user.
extension Model {
    /// Runs a change and notes it in the audit, with the details that `body` returns, in one transaction.
    func noting<Result: Sendable>(
        _ action: String, _ target: String,
        _ body: (Model) async throws -> (Result, [String: JSONValue])
    ) async throws -> Result {
        try await transaction { model in
            let (result, detail) = try await body(model)
            try await model.note(action, target, detail)
            return result
        }
    }

    /// Notes an action in the audit, unless the database has none or the login may not write it: a login may
    /// have rights in the queue alone.
    func note(_ action: String, _ target: String, _ detail: [String: JSONValue] = [:]) async throws {
        if try await mayAudit { try await audit(action, target, detail: detail) }
    }

    /// Notes an action on many jobs, as `note` does.
    func note(_ action: String, each jobs: [(ticket: TicketID, status: JobStatus)]) async throws {
        guard !jobs.isEmpty, try await mayAudit else { return }
        try await audit(
            action,
            each: jobs.map {
                ("\($0.ticket)", ["status": .text($0.status.rawValue), "bulk": .flag(true)])
            })
    }
}
