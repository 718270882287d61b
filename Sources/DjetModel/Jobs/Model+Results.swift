import DjetJSON
import DjetStore

extension Model {
    /// Waits for many tickets, and returns their results in order. Errors of the jobs are results; any other
    /// error of waiting is thrown.
    ///
    /// It waits for the first ticket that has not ended, then looks at the next ones at once, since many of
    /// them have ended, too.
    public func results<Output>(
        of tickets: [Ticket<Output>], progress: (_ ended: Int) async -> Void = { _ in }
    ) async throws -> [Result<Output, any Error>] {
        var results: [Result<Output, any Error>] = []
        var ended: [Int64: Result<String, any Error>] = [:]
        for (index, ticket) in tickets.enumerated() {
            if ended[ticket.id.number] == nil, ticket.outcome == nil {
                _ = try? await ticket.reply
                try Task.checkCancellation()
                await progress(results.count)
                ended = try await outcomes(ofEnded: tickets[index...].prefix(Self.lookAhead).map(\.id.number))
            }
            let reply = await Self.reply(of: ticket, ended[ticket.id.number])
            results.append(Result { try JSON.value(from: try reply.get()) })
        }
        await progress(results.count)
        return results
    }

    /// The tickets read in one look. A look costs about as much as waiting for two.
    private static let lookAhead = 100

    static func reply<Output>(
        of ticket: Ticket<Output>, _ known: Result<String, any Error>?
    ) async -> Result<String, any Error> {
        do {
            guard let known else { return .success(try await ticket.reply) }
            return .success(try await ticket.model.readable(known.get(), of: ticket.id))
        } catch {
            return .failure(error)
        }
    }
}
