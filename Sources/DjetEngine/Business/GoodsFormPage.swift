import DjetModel

/// The form of a customer, a product or the like, with the ways on to what is about it.
struct GoodsFormPage: Encodable, Sendable {
    /// The word for it: `customer`.
    let word: String
    /// The texts that are known of it by their names; none of a new one, and while a form is refused.
    let known: [String: String]
    /// The address that the form is sent to.
    let action: String
    let fields: [FormField]
    let fault: String
    let hasFaults: Bool
    let lostFiles = false
    let mayUse: Bool
    let paths: BusinessPaths

    init(
        _ visit: Visit, _ word: String, _ schema: Schema, hints: [String: String], _ form: [FormEntry]?,
        error: (any Error)? = nil
    ) {
        let errors = error as? FieldErrors
        self.word = word
        let shown = error == nil ? form ?? [] : []
        known = Dictionary(shown.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        action = visit.path()
        fields = FormView(form, errors: errors, rows: 3, hints: hints).fields(
            of: .object(schema.fields.filter { $0.name != "clear" }))
        fault = error.map { errors == nil ? "\($0)" : "" } ?? ""
        hasFaults = errors != nil
        mayUse = visit.may(.use)
        paths = BusinessPaths(visit)
    }
}
