import DjetModel
import Foundation

/// The form in which an order is placed by hand.
struct OrderFormPage: Encodable, Sendable {
    /// Where it goes.
    let action: String
    /// Under which the order is placed once, however often the form is sent.
    let key: String
    let fields: [FormField]
    let fault: String
    let hasFaults: Bool
    let lostFiles = false

    /// - Parameters:
    ///   - form: what was sent and will not do; nil if nothing has been yet.
    ///   - error: why it will not do.
    init(_ visit: Visit, _ form: [(name: String, value: String)]? = nil, error: (any Error)? = nil) {
        let errors = error as? FieldErrors
        action = visit.path()
        fields = FormView(form, errors: errors, rows: 10).fields(of: Self.schema)
        // Under a key that was taken by another order nothing could ever be placed.
        let isTaken = if case ModelError.conflict? = error { true } else { false }
        let sent = form?.last { $0.name == "key" }?.value
        key = sent.flatMap { isTaken || $0.isEmpty ? nil : $0 } ?? UUID().uuidString.lowercased()
        fault = error.map { errors == nil ? "\($0)" : "" } ?? ""
        hasFaults = errors != nil
    }

    /// All but the key, which is nobody's to type.
    private static var schema: Schema {
        .object(Schema.of(PlaceOrder.self).fields.filter { $0.name != "key" })
    }
}
