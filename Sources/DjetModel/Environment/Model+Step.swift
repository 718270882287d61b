import DjetJSON
import DjetStore

extension Model {
    /// Does a step of a `.stepwise` function: the effects of `body` and its value are committed together,
    /// once.
    ///
    /// If an earlier attempt at the job has done the step, `body` does not run and the earlier value is
    /// returned. Only effects that go through the model given to `body` are part of the step. In a function
    /// that is called, or in a transaction, a step is an ordinary transaction.
    ///
    /// - Parameters:
    ///   - name: tells the step from the job's other steps, in all attempts and versions of the program.
    ///   - body: does the step.
    ///
    /// Throws `ModelError.invalid` for a name that comes twice in one attempt.
    public func step<Value: Codable & Sendable>(
        _ name: String, _ body: (Model) async throws -> Value
    ) async throws -> Value {
        guard let steps, !isInTransaction else { return try await transaction(body) }
        let earlier = try await steps.begin(name, in: self)
        let value: Value =
            if let earlier { try Self.value(earlier, of: name) } else { try await commit(name, steps, body) }
        await report(done: steps.noteDone(), note: name)
        return value
    }

    /// Does a step that returns nothing.
    public func step(_ name: String, _ body: (Model) async throws -> Void) async throws {
        _ = try await step(name) { model in
            try await body(model)
            return Nothing()
        }
    }

    private func commit<Value: Codable & Sendable>(
        _ name: String, _ steps: StepBook, _ body: (Model) async throws -> Value
    ) async throws -> Value {
        let scope = TransactionScope()
        defer { scope.end() }
        return try await store.withConnection { connection in
            try await connection.transaction { value in
                [try steps.keep(name, value, in: self)]
            } _: { connection in
                try await body(bound(to: connection, scope))
            }
        }
    }

    private static func value<Value: Decodable>(_ text: String, of name: String) throws -> Value {
        do {
            return try JSON.value(from: text)
        } catch let error as DecodingError {
            throw ModelError.invalid(
                "the step “\(name)” returned something else in an earlier attempt: \(error.sentence)")
        }
    }
}
