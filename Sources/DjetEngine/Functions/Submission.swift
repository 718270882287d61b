import DjetJSON
import DjetModel
import DjetStore

/// A submitted call of a function.
struct Submission: Sendable {
    /// The way to do it, as the form's button says.
    enum Way: String, Sendable {
        /// Calls the function.
        case now
        /// Offloads the function.
        case background
        /// Offloads the function and waits for its value.
        case wait
    }

    /// The name of the button's field. No argument has this name: arguments begin with a letter.
    static let wayField = "_way"
    /// The name of a form's field for the key under which it is done once.
    static let keyField = "_key"
    /// The name of a form's field for the arguments of a function of unknown shape.
    static let wholeField = "_arguments"

    /// The arguments, if they were sent as JSON.
    var json: JSONTree?
    /// The fields of the form, to show it again.
    var form: [(name: String, value: String)] = []
    /// The stored files by the names of their fields.
    var files: [String: File] = [:]
    /// The bytes of files that there is still room for; nil before the first file.
    var room: Int?
    /// The button's choice.
    var way: Way?
    /// The key under which it must be done once.
    var key: String?

    /// Returns the arguments as JSON that can be decoded. Throws `FieldErrors`, and then removes the files:
    /// no later request can refer to them.
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
        if case .object = schema { return try schema.tree(ofForm: form, files: files) }
        let whole = form.last { $0.name == Self.wholeField }?.value ?? ""
        do {
            return try JSONReader.tree(of: whole.isBlank ? "{}" : whole, fromOutside: true)
        } catch let problem as JSONProblem {
            throw FieldErrors([.init(Self.wholeField, "is not JSON: \(problem)")])
        }
    }

    /// Adds the key to the arguments of a function that can tell a repetition by it. The user's name is a
    /// part of it: another user's key does not count.
    private func withKey(_ tree: JSONTree, of schema: Schema, _ model: Model) -> JSONTree {
        guard let key, case .object(let members) = tree, tree["key"] == nil, schema.hasKey else {
            return tree
        }
        return .object(members + [.init(name: "key", value: .text("\(model.user ?? ""):\(key)"))])
    }

    /// Removes the files after an error, unless the call may have taken effect.
    func discard(after error: any Error, in model: Model) async {
        if (error as? StoreError)?.mayHaveTakenEffect != true { await discard(in: model) }
    }

    /// Removes the files.
    func discard(in model: Model) async {
        for file in files.values { await model.removeFile(file.id) }
    }
}

extension Schema {
    /// True if the arguments have an optional text `key`, by which the function tells a repetition.
    var hasKey: Bool {
        guard let field = self["key"], field.isOptional, case .string = field.schema.unwrapped else {
            return false
        }
        return true
    }

    /// The schema without the key, which nobody types.
    var withoutKey: Schema {
        hasKey ? .object(fields.filter { $0.name != "key" }) : self
    }
}
