import DjetModel

/// The form by which a file is sent to be looked at.
struct UploadPage: Encodable, Sendable {
    let function: String
    /// The address that the form is sent to.
    let action: String
    /// The address of the saved mappings.
    let mappingsPath: String
    let fields: [FormField]
    /// True if the visitor may import.
    let mayOffload: Bool
    let fault: String
    let hasFaults: Bool
    let lostFiles: Bool

    /// - Parameter error: the reason why a file was refused; nil for a new form.
    init(_ visit: Visit, _ function: NodeFunction, error: (any Error)? = nil) {
        let errors = error as? FieldErrors
        self.function = function.type.name
        action = visit.path("look")
        mappingsPath = visit.path("mappings")
        fields = FormView(errors: errors, hints: function.type.hints).fields(
            of: .object(function.schema.fields.filter { $0.name == "file" }))
        mayOffload = visit.mayOffload
        let isShown = errors?.errors.allSatisfy { $0.field == "file" } ?? false
        fault = error.map { isShown ? "" : "\($0)" } ?? ""
        hasFaults = errors != nil
        lostFiles = error != nil
    }
}
