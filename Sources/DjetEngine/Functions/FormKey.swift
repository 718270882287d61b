import DjetModel
import Foundation

/// The key in a form, which makes sure that the form is carried out once, however often it is sent.
enum FormKey {
    /// Returns the key of a form that is shown; empty if its function cannot tell a repetition.
    ///
    /// - Parameters:
    ///   - sent: the key that the form was sent with; nil for a new form.
    ///   - error: the reason why the form is shown again. A conflict means that the key is taken, so a new
    ///     one replaces it.
    static func key(for schema: Schema, sent: String?, error: (any Error)?) -> String {
        guard schema.hasKey else { return "" }
        let isTaken = if case ModelError.conflict? = error { true } else { false }
        return isTaken ? UUID().uuidString.lowercased() : sent ?? UUID().uuidString.lowercased()
    }
}
