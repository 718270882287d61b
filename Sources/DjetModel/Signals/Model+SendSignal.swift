import DjetJSON
import DjetStore

extension Model {
    /// Sends a signal to a live job, which waits for it or will ask for it later. Within a transaction it is
    /// part of it.
    ///
    /// Returns false if the same signal with the same value was sent before. Throws `JobError.unknown`;
    /// `ModelError.invalid` for a name or a value that no signal has, and for a value that is not of the
    /// type which the function declares in `signals`; `ModelError.conflict` if the job has ended, waits for
    /// this signal no longer, has it with another value, or keeps 100 of them.
    @discardableResult
    public func sendSignal(
        _ name: String, _ value: some Encodable & Sendable, to ticket: TicketID
    ) async throws -> Bool {
        try await sendSignal(name, json: JSON.text(of: value), to: ticket)
    }

    /// Sends a signal whose value is JSON, as `sendSignal` does. The sender is the acting user, unless it is
    /// given.
    @discardableResult
    package func sendSignal(
        _ name: String, json: String, to ticket: TicketID, by sender: String? = nil
    ) async throws -> Bool {
        let kind = try await state(of: ticket).kind
        try check(json, of: name, kind)
        let statement = queue.signal(ticket.number, name: Self.plain(name), value: json, by: sender ?? user)
        let isNew = try await ModelError.translating(by: { ModelError(signalling: $0) }) {
            try await database.first(statement, as: Bool.self)
        }
        return isNew ?? false
    }

    /// Returns the signals of a job, without their values: those that were sent, oldest first, then those
    /// that it waits for.
    public func signals(of ticket: TicketID) async throws -> [SignalRecord] {
        try await database.rows(queue.signals(of: ticket.number))
    }

    /// Throws `ModelError.invalid` unless the value is of the type that the function declares, if it does.
    private func check(_ json: String, of name: String, _ kind: String) throws {
        guard let type = functions[kind]?.signals[name] else { return }
        do {
            _ = try JSON.value(type, from: json)
        } catch let error as DecodingError {
            throw ModelError.invalid("the value of the signal “\(name)” is no \(type): \(error.sentence)")
        }
    }
}

extension ModelError {
    /// The error for a signal that the queue refused; nil for any other error.
    fileprivate init?(signalling error: StoreError) {
        if let known = ModelError(error) {
            self = known
        } else if error.concernsValue {
            self = .invalid("the value of the signal cannot be stored: \(error.message)")
        } else {
            return nil
        }
    }
}
