public import DjetModel

extension Model {
    /// Makes a job of a schedule now, and returns its ticket. `drain()`, or a worker, runs it.
    ///
    /// ```swift
    /// let ticket = try await model.fire("dunning")
    /// try await model.drain()
    /// let reminded = try await model.ticket(ticket, of: Int.self).value
    /// ```
    ///
    /// In a test the schedules of the parts fire in no other way. The job's due time is the server's present.
    ///
    /// Throws `ModelError.notFound`, which names the schedules there are.
    @discardableResult
    public func fire(_ schedule: String) async throws -> TicketID {
        do {
            return try await runSchedule(schedule)
        } catch ModelError.notFound(let message) {
            let names = try await schedules().map(\.name)
            throw ModelError.notFound(
                "\(message); there are: \(names.isEmpty ? "none" : names.joined(separator: ", "))")
        }
    }
}
