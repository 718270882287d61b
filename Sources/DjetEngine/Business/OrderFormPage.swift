import DjetModel

/// The form in which an order is placed by hand.
struct OrderFormPage: Encodable, Sendable {
    /// The address that the form is sent to.
    let action: String
    /// The key under which the order is placed once, however often the form is sent.
    let key: String
    let fields: [FormField]
    let fault: String
    let hasFaults: Bool
    let lostFiles = false

    /// - Parameters:
    ///   - form: the fields of a form that was refused; nil for a new one.
    ///   - error: the reason of the refusal.
    init(_ visit: Visit, _ form: [(name: String, value: String)]? = nil, error: (any Error)? = nil) {
        let errors = error as? FieldErrors
        action = visit.path()
        fields = FormView(form, errors: errors, rows: 10).fields(of: PlaceOrder.formSchema)
        let sent = form?.last { $0.name == Submission.keyField }?.value
        key = FormKey.key(for: PlaceOrder.schema, sent: sent, error: error)
        fault = error.map { errors == nil ? "\($0)" : "" } ?? ""
        hasFaults = errors != nil
    }
}
