import DjetModel

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
        fields = FormView(form, errors: errors, rows: 10).fields(of: PlaceOrder.schema.withoutKey)
        let sent = form?.last { $0.name == Submission.keyField }?.value
        key = FormKey.key(for: PlaceOrder.schema, sent: sent, error: error)
        fault = error.map { errors == nil ? "\($0)" : "" } ?? ""
        hasFaults = errors != nil
    }
}
