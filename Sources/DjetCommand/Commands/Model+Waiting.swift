import DjetModel

extension Model {
    /// Waits for a job behind a progress bar, and returns its reply as JSON. Throws like `Ticket.reply`.
    func reply(to id: TicketID, behind bar: ProgressBar) async throws -> String {
        let ticket = ticket(id, of: Nothing.self)
        return try await ticket.shown(by: bar) { try await $0.reply }
    }
}

extension Ticket {
    /// Shows the job's progress while `body` waits for it.
    func shown<Result: Sendable>(
        by bar: ProgressBar, while body: (Ticket) async throws -> Result
    ) async throws -> Result {
        bar.show()
        defer { bar.clear() }
        return try await withThrowingTaskGroup(of: Void.self) { watching in
            watching.addTask { for try await progress in self.progress { bar.show(progress) } }
            defer { watching.cancelAll() }
            return try await body(self)
        }
    }
}
