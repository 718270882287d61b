import DjetStore

extension Model {
    /// Offloads a job like another, with the same or other arguments, on behalf of whoever asks now.
    ///
    /// The other one stays as it is; if it failed or was cancelled, the jobs that ended because of that come back, and wait
    /// for the new one. The same arguments are not looked at: they do not leave the database. Throws `JobError.unknown`;
    /// `ModelError.invalid` if other arguments are no JSON object, or do not fit the function, if this program knows it.
    public func runAgain(_ ticket: TicketID, arguments: String? = nil) async throws -> TicketID {
        let job = try await shownJob(ticket)
        let request = try OffloadRequest(
            kind: job.kind, queue: job.queue, priority: job.priority, runAt: nil, after: [],
            attempts: functions[job.kind].map { $0.retry.attempts } ?? job.attemptLimit,
            environment: jobEnvironment)
        guard job.status == .error || job.status == .cancelled else {
            return try await send(request, arguments, like: job.id)
        }
        return try await transaction { model in
            let again = try await model.send(request, arguments, like: job.id)
            try await model.database.query(queue.takeOver(again.number, insteadOf: ticket.number))
            return again
        }
    }

    private func send(_ request: OffloadRequest, _ arguments: String?, like job: Int64) async throws
        -> TicketID
    {
        guard let arguments else {
            let rows = try await send(queue.offload(request, withArgumentsOf: job), request)
            return TicketID(queue: request.queue, number: try rows[0].value(0))
        }
        // Editors of Windows begin a file by a byte order mark.
        return try await send(
            request, checked(String(arguments.trimmingPrefix("\u{FEFF}")), for: request.kind))
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
