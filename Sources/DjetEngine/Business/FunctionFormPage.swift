import DjetModel

/// The form of a function, as its template shows it.
struct FunctionFormPage: Encodable, Sendable {
    /// The address that the form is sent to.
    let action: String
    /// The address of the node.
    let back: String
    let lead: String
    let button: String
    /// The question that the button asks; empty if it asks none.
    let question: String
    /// The key under which it is done once, however often the form is sent; empty if the function has none.
    let key: String
    let fields: [FormField]
    /// The lines of the order that the form is about.
    let lines: [Delivery.Line]
    let fault: String
    let hasFaults: Bool
    let lostFiles = false

    /// - Parameters:
    ///   - fields: the fields of a new form, or of one that was refused.
    ///   - error: the reason of the refusal.
    init<Function>(
        _ visit: Visit, _ form: FunctionForm<Function>, _ fields: [FormEntry], _ delivery: Delivery?,
        error: (any Error)?
    ) {
        let errors = error as? FieldErrors
        let rest = form.path.segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .text(let name), .integer(let name), .rest(let name): visit.parameters[name] ?? ""
            }
        }
        action = visit.path(of: rest)
        back = visit.path()
        lead = form.lead
        button = form.button
        question = form.question
        lines = delivery?.lines ?? []
        self.fields = FormView(
            fields, errors: errors, rows: form.rows, spareRows: error == nil ? form.spareRows : 0,
            hints: Function.hints
        ).fields(of: form.shown.withoutKey)
        let sent = fields.last { $0.name == Submission.keyField }?.value
        key = FormKey.key(for: form.schema, sent: sent, error: error)
        fault = error.map { errors == nil ? "\($0)" : "" } ?? ""
        hasFaults = errors != nil
    }
}
