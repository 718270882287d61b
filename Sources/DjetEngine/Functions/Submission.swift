import DjetModel
import DjetStore

/// What was sent to have a function done.
struct Submission: Sendable {
    /// How it is to be done, if the form says so by its button.
    enum Way: String, Sendable {
        /// Now.
        case now
        /// By a worker.
        case background
        /// By a worker, but whoever asks would wait for it.
        case wait
    }

    /// The name of the button's field: no argument's, since these begin with a letter.
    static let wayField = "_way"
    /// The field of a form that carries the key under which it is to be done once.
    static let keyField = "_key"
    /// The field of a form that carries the arguments of a function whose shape is not known.
    static let wholeField = "_arguments"

    /// The arguments, if they came as JSON.
    var json: JSONTree?
    /// The fields of the form, so that it can be shown again.
    var form: [(name: String, value: String)] = []
    /// The files that came along, stored, by the names of their fields.
    var files: [String: File] = [:]
    /// How many more bytes of files there is room for; nil before there was one.
    var room: Int?
    /// What the button says.
    var way: Way?
    /// The key under which it must be done once.
    var key: String?

    /// The arguments as JSON that can be decoded. Throws `FieldErrors`, and removes the files then: nobody can
    /// send them again.
    func arguments(of schema: Schema, in model: Model) async throws -> JSONTree {
        do {
            let tree = withKey(try json ?? formTree(of: schema), of: schema, model)
            return try await schema.arguments(from: tree, in: model)
        } catch {
            await discard(in: model)
            throw error
        }
    }

    private func formTree(of schema: Schema) throws -> JSONTree {
        do {
            guard case .object = schema else {
                let whole = form.last { $0.name == Self.wholeField }?.value ?? ""
                let text = whole.allSatisfy(\.isWhitespace) ? "{}" : whole
                return try JSONReader.tree(of: text, fromOutside: true)
            }
            return try JSONReader.tree(of: schema.coerce(form: form, files: files))
        } catch let problem as JSONProblem {
            throw FieldErrors([.init(Self.wholeField, "is not JSON: \(problem)")])
        }
    }

    /// A function that has an optional `key` can tell a repetition by it. It is the user's own: another's does
    /// not count.
    private func withKey(_ tree: JSONTree, of schema: Schema, _ model: Model) -> JSONTree {
        guard let key, case .object(let members) = tree, tree["key"] == nil, schema.hasKey else {
            return tree
        }
        return .object(members + [.init(name: "key", value: .text("\(model.user ?? ""):\(key)"))])
    }

    /// Removes the files after an error, since nothing came of them; unless it may have been done all the same.
    func discard(after error: any Error, in model: Model) async {
        if (error as? StoreError)?.mayHaveTakenEffect != true { await discard(in: model) }
    }

    /// Removes the files.
    func discard(in model: Model) async {
        for file in files.values { await model.removeFile(file.id) }
    }
}

extension Schema {
    /// Whether a function of these arguments can be told under which key it is to be done once.
    var hasKey: Bool {
        guard let field = self["key"], field.isOptional, case .string = field.schema.unwrapped else {
            return false
        }
        return true
    }

    /// The fields that people fill in: a key is nobody's to type.
    var withoutKey: Schema {
        hasKey ? .object(fields.filter { $0.name != "key" }) : self
    }
}
