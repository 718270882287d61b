import DjetJSON

/// The value of a job of a group, or the error by which it ended.
public struct GroupValue<Output: Codable & Sendable>: Sendable {
    /// The ticket of the job.
    public let ticket: TicketID
    /// The value, or the error that `Ticket.value` throws.
    public let result: Result<Output, any Error>
}

/// The values of a group's jobs, as they end.
public struct GroupValues<Output: Codable & Sendable>: AsyncSequence, Sendable {
    /// A value and its ticket.
    public typealias Element = GroupValue<Output>

    let group: GroupTicket<Output>

    /// Creates an iterator from the first job on.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(group) }

    /// An iterator, which waits for each job in turn.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let group: GroupTicket<Output>
        private var page: ArraySlice<Ticket<Output>>
        private var last: Int64 = 0
        private var ended: [Int64: Result<String, any Error>] = [:]

        init(_ group: GroupTicket<Output>) {
            self.group = group
            page = (group.inline?.tickets ?? [])[...]
        }

        /// Returns the next value. Errors of jobs are values; any other error is thrown.
        public mutating func next() async throws -> GroupValue<Output>? {
            if page.isEmpty, group.inline == nil { try await turnPage() }
            guard let ticket = page.popFirst() else { return nil }
            if ended[ticket.id.number] == nil, ticket.outcome == nil {
                _ = try? await ticket.reply
                try Task.checkCancellation()
                // Many of the next ones have ended, too.
                ended = try await group.model.outcomes(
                    ofEnded: [ticket.id.number] + page.map(\.id.number))
            }
            let reply = await Model.reply(of: ticket, ended[ticket.id.number])
            return GroupValue(
                ticket: ticket.id, result: Result { try JSON.value(from: try reply.get()) })
        }

        /// Reads the next members, beyond those that were deleted.
        private mutating func turnPage() async throws {
            while page.isEmpty {
                let members = try await group.model.members(of: group.id, after: last)
                guard let end = members.last?.id else { return }
                last = end
                page = members.compactMap { $0.ticket }.map { Ticket<Output>($0, model: group.model) }[...]
            }
        }
    }
}
