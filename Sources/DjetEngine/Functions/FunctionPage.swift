import DjetModel

/// The form of a function, with the values that were submitted.
struct FunctionPage: Encodable, Sendable {
    /// The function's name.
    let function: String
    /// The queue that its jobs join.
    let queue: String
    /// The address that the form is sent to.
    let action: String
    let fields: [FormField]
    /// The key of ``FormKey``; empty if the function cannot tell a repetition.
    let key: String
    /// True if the visitor may send the form.
    let mayUse: Bool
    /// True if the visitor may offload the function.
    let mayOffload: Bool
    /// The error of the form as a whole; empty if there is none.
    let fault: String
    /// True if the arguments did not fit.
    let hasFaults: Bool
    /// True if a refused form takes files, which have to be chosen again.
    let lostFiles: Bool

    /// Creates the form of a visit's function.
    ///
    /// - Parameters:
    ///   - submission: the submission that was refused; nil for a new form.
    ///   - error: the reason of the refusal.
    init(_ visit: Visit, _ function: NodeFunction, _ submission: Submission? = nil, error: (any Error)? = nil)
    {
        let schema = function.schema
        let errors = error as? FieldErrors
        self.function = function.type.name
        queue = function.queue ?? function.type.queue
        action = visit.path()
        fields = FormView(submission?.form, errors: errors, hints: function.type.hints)
            .fields(of: schema.withoutKey)
        key = FormKey.key(for: schema, sent: submission?.key, error: error)
        mayUse = visit.may(.use)
        mayOffload = visit.mayOffload
        fault = error.map { errors.map { Self.rest($0, schema) } ?? "\($0)" } ?? ""
        hasFaults = errors != nil
        lostFiles = error != nil && schema.hasFiles
    }

    /// Returns the errors that no field of the form can show beside itself.
    private static func rest(_ errors: FieldErrors, _ schema: Schema) -> String {
        let names = Set(schema.fields.map(\.name) + [Submission.wholeField])
        let rest = errors.errors.filter { error in
            !names.contains(String(error.field.prefix { $0 != "." && $0 != "[" }))
        }
        return rest.isEmpty && errors.more == 0 ? "" : FieldErrors(rest, more: errors.more).description
    }
}
