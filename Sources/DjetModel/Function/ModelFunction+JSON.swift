package import DjetJSON

extension ModelFunction {
    /// Returns the function with its arguments from a JSON object. Throws `ModelError.invalid`, which names
    /// the field.
    package static func decoded(from arguments: String) throws -> Self {
        try fitting { try JSON.value(Self.self, from: arguments) }
    }

    /// Returns the function with its arguments from a JSON object. Throws `ModelError.invalid`, which names
    /// the field.
    package static func decoded(from arguments: JSONTree) throws -> Self {
        try fitting { try JSON.value(Self.self, from: arguments) }
    }

    private static func fitting(_ decode: () throws -> Self) throws -> Self {
        do {
            return try decode()
        } catch let error as DecodingError {
            throw ModelError.invalid("the arguments do not fit \(name): \(error.sentence)")
        }
    }

    /// The arguments as JSON.
    package func encoded() throws -> String {
        try JSON.text(of: self)
    }

    /// Runs the function and returns its output as JSON. An SQL error with one of Djet's codes becomes a
    /// `ModelError`.
    package func runEncoded(in model: Model) async throws -> String {
        try await ModelError.translating { try JSON.text(of: try await run(in: model)) }
    }
}

extension Model {
    /// Calls a function whose type is known only at run time, and returns its output as JSON.
    package func callEncoded(_ function: some ModelFunction) async throws -> String {
        try JSON.text(of: try await call(function))
    }
}
