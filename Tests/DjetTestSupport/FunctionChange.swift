package import DjetStore

/// A change of one function that is installed in a database, for tests that go without a part of it.
///
/// It changes pieces of the function as it is today: a function that has changed meanwhile works, or a piece
/// is missing and the change is refused.
package struct FunctionChange: Sendable {
    /// The function with the types of its parameters, as `regprocedure` reads it.
    let function: String
    /// The pieces of its text, each of which must be there once, and what replaces them.
    let pieces: KeyValuePairs<String, String>

    package init(_ function: String, _ pieces: KeyValuePairs<String, String>) {
        self.function = function
        self.pieces = pieces
    }

    /// Installs the changed function. Throws `FunctionChange.Refusal` unless each piece is there once.
    package func make(on connection: Connection) async throws {
        let installed = try await connection.first(
            "select pg_get_functiondef(\(function)::regprocedure)", as: String.self)
        var text = installed ?? ""
        for (piece, replacement) in pieces {
            let places = text.ranges(of: piece)
            guard places.count == 1 else {
                throw Refusal(description: "\(function) contains “\(piece)” \(places.count) times, not once")
            }
            text.replaceSubrange(places[0], with: replacement)
        }
        try await connection.run(script: text)
    }

    /// A piece that is missing, or there more than once: the change must be written anew.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }
}
