import DjetStore

extension Model {
    /// Offloads a job like another, with the same or other arguments, on behalf of whoever asks now.
    ///
    /// The other one stays as it is; if it failed or was cancelled, the jobs that ended because of that come back, and wait for
    /// the new one. Throws `JobError.unknown`; `ModelError.invalid` if the arguments are no
    /// JSON object, or do not fit the function, if this program knows it.
    public func runAgain(_ ticket: TicketID, arguments: String? = nil) async throws -> TicketID {
        let job = try await job(ticket)
        let arguments = try checked(arguments ?? job.arguments, for: job.kind)
        let request = try OffloadRequest(
            kind: job.kind, queue: job.queue, priority: job.priority, runAt: nil, after: [],
            attempts: functions[job.kind].map { $0.retry.attempts } ?? job.attemptLimit,
            environment: jobEnvironment)
        guard job.status == .error || job.status == .cancelled else {
            return try await send(request, arguments)
        }
        return try await transaction { model in
            let again = try await model.send(request, arguments)
            try await model.database.query(queue.takeOver(again.number, insteadOf: ticket.number))
            return again
        }
    }

    private func checked(_ arguments: String, for kind: String) throws -> String {
        struct AnyObject: Decodable {
            struct Key: CodingKey {
                var stringValue: String
                var intValue: Int? { nil }
                init(stringValue: String) { self.stringValue = stringValue }
                init?(intValue: Int) { nil }
            }
            init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: Key.self) }
        }
        do {
            _ = try JSON.value(AnyObject.self, from: arguments)
        } catch let error as DecodingError {
            throw ModelError.invalid("the arguments must be a JSON object: \(error.sentence)")
        }
        if let function = functions[kind] { _ = try function.decoded(from: arguments) }
        return arguments
    }
}
