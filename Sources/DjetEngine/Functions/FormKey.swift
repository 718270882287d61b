import DjetModel
import Foundation

/// The key in a form, under which what it asks for is done once, however often it is sent.
enum FormKey {
    /// The key of a form that is shown; empty if its function cannot tell a repetition.
    ///
    /// - Parameters:
    ///   - sent: the key that the form was sent with; nil if it has not been yet.
    ///   - error: why it is shown again. A key under which something else was done is good for nothing.
    static func key(for schema: Schema, sent: String?, error: (any Error)?) -> String {
        guard schema.hasKey else { return "" }
        let isTaken = if case ModelError.conflict? = error { true } else { false }
        return isTaken ? UUID().uuidString.lowercased() : sent ?? UUID().uuidString.lowercased()
    }
}
