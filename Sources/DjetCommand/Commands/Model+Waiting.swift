import DjetModel

extension Model {
    /// Waits for a job behind a progress bar, and returns its reply as JSON. Throws like `Ticket.reply`.
    func reply(to id: TicketID, behind bar: ProgressBar) async throws -> String {
        let ticket = ticket(id, of: Nothing.self)
        return try await ticket.shown(by: bar) { try await $0.reply }
    }

    /// Waits for a job of a function, prints its reply, and saves its files if a folder is given. Throws like
    /// `Ticket.reply`, and `CommandFailure` if the reply itself reports a failure.
    func showReply(
        to id: TicketID, of type: (any ModelFunction.Type)?, json: Bool, savingIn folder: OutputFolder?
    ) async throws {
        let answer = FunctionReply(try await reply(to: id, behind: ProgressBar("\(id)")), of: type)
        try answer.show(json: json)
        try answer.refuseFailure(saved: try await answer.save(into: folder, of: self))
    }

    /// Returns the hint for a job whose queue no worker serves; nil if one does, or if the login may not see
    /// the workers.
    func doubt(about id: TicketID) async -> String? {
        guard let workers = try? await self.workers(),
            !workers.contains(where: { $0.queues.contains(id.queue) })
        else { return nil }
        return """
            No worker claims from \(id.queue) at the moment. Start one: \
            \(Application.current.name) work --queues \(id.queue)
            """
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
