import DjetModel

/// The form of a function, as it was left.
struct FunctionPage: Encodable, Sendable {
    /// The function's name.
    let function: String
    /// The queue that its jobs join.
    let queue: String
    /// Where the form goes.
    let action: String
    let fields: [FormField]
    /// Under which it is done once, however often the form is sent; empty if the function cannot tell.
    let key: String
    /// Whether the visitor may send it.
    let mayUse: Bool
    /// Whether the visitor may have it done in the background.
    let mayOffload: Bool
    /// What is wrong with the whole of it; empty if nothing is.
    let fault: String
    /// Whether something is wrong with some of the fields.
    let hasFaults: Bool
    /// Whether files were sent, which have to be chosen again.
    let lostFiles: Bool

    /// The form of a visit's function.
    ///
    /// - Parameters:
    ///   - submission: what was sent and will not do; nil if nothing has been yet.
    ///   - error: why it will not do.
    init(_ visit: Visit, _ function: NodeFunction, _ submission: Submission? = nil, error: (any Error)? = nil)
    {
        let schema = function.schema
        let errors = error as? FieldErrors
        self.function = function.type.name
        queue = function.queue ?? function.type.queue
        action = visit.path()
        fields = FormView(submission?.form, errors: errors).fields(of: schema.withoutKey)
        key = FormKey.key(for: schema, sent: submission?.key, error: error)
        mayUse = visit.may(.use)
        mayOffload = visit.mayOffload
        fault = error.map { errors.map { Self.rest($0, schema) } ?? "\($0)" } ?? ""
        hasFaults = errors != nil
        lostFiles = error != nil && schema.hasFiles
    }

    /// What no field of the form can show beside itself.
    private static func rest(_ errors: FieldErrors, _ schema: Schema) -> String {
        let names = Set(schema.fields.map(\.name) + [Submission.wholeField])
        let rest = errors.errors.filter { error in
            !names.contains(String(error.field.prefix { $0 != "." && $0 != "[" }))
        }
        return rest.isEmpty && errors.more == 0 ? "" : FieldErrors(rest, more: errors.more).description
    }
}
