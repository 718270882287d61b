import DjetStore

extension Model {
    /// Waits for many tickets, and returns what each came to, in their order. Throws what waiting for one
    /// throws, except for what the jobs themselves came to.
    ///
    /// It waits for the first that has not ended, then looks at the next ones at once: nearly all of them
    /// have ended too.
    public func results<Output>(
        of tickets: [Ticket<Output>], progress: (_ ended: Int) async -> Void = { _ in }
    ) async throws -> [Result<Output, any Error>] {
        var results: [Result<Output, any Error>] = []
        var known: [Int64: JobRecord] = [:]
        for (index, ticket) in tickets.enumerated() {
            if known[ticket.id.number] == nil {
                _ = try? await ticket.value
                try Task.checkCancellation()
                await progress(results.count)
                known = try await ended(tickets[index...].prefix(500).map(\.id.number))
            }
            results.append(try await result(of: ticket, known[ticket.id.number]))
        }
        await progress(results.count)
        return results
    }

    private func ended(_ ids: [Int64]) async throws -> [Int64: JobRecord] {
        let jobs = try await store.rows(queue.status(ids), as: JobRecord.self).filter(\.status.isEnded)
        return Dictionary(jobs.map { ($0.id, $0) }, uniquingKeysWith: { _, newer in newer })
    }

    private func result<Output>(
        of ticket: Ticket<Output>, _ job: JobRecord?
    ) async throws -> Result<Output, any Error> {
        do {
            guard let outcome = try job?.outcome else { return .success(try await ticket.value) }
            return .success(try Ticket<Output>.output(of: outcome))
        } catch {
            return .failure(error)
        }
    }
}
