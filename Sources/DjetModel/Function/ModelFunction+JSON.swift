package import DjetJSON

extension ModelFunction {
    /// Returns the function with its arguments from a JSON object. Throws `ModelError.invalid`, which names
    /// the field.
    package static func decoded(from arguments: String) throws -> Self {
        do {
            return try decoded(from: JSONReader.tree(of: arguments))
        } catch let problem as JSONProblem {
            throw misfit("this is not JSON: \(problem)")
        }
    }

    /// Returns the function with its arguments from a JSON object. Throws `ModelError.invalid`, which names
    /// the field.
    package static func decoded(from arguments: JSONTree) throws -> Self {
        guard case .object = arguments else {
            throw misfit(#"they are not a JSON object: write them as {"name": value}"#)
        }
        do {
            return try JSON.value(Self.self, from: arguments)
        } catch let error as DecodingError {
            throw misfit(error.sentence)
        }
    }

    private static func misfit(_ reason: String) -> ModelError {
        .invalid("the arguments do not fit \(name): \(reason)")
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
