import DjetJSON
import DjetModel
import DjetStore

/// A requested function: its arguments fit, its files are not stored yet.
struct FunctionRequest: Sendable {
    /// The function.
    let type: any ModelFunction.Type
    private let arguments: [JSONTree.Member]
    private let files: [(field: String, file: InputFile)]

    /// Throws `ModelError.invalid` if the arguments do not fit, by the same check as over HTTP.
    init(
        type: any ModelFunction.Type, arguments: [JSONTree.Member], files: [(field: String, file: InputFile)]
    ) throws {
        self.type = type
        self.arguments = arguments
        self.files = files
        let placeholders = files.map {
            ($0.field, File(id: 0, name: $0.file.name, mimeType: "", size: $0.file.size))
        }
        let tree = try tree(with: placeholders)
        let faults = Schema.of(type).faults(in: tree)
        guard faults.isEmpty else {
            throw ModelError.invalid("the arguments do not fit \(type.name): \(FieldErrors(faults))")
        }
        _ = try type.decoded(from: tree)
    }

    /// Stores the files and calls `body` with the function. Removes the files if either throws, unless the
    /// work may have taken effect all the same.
    func prepared<Result: Sendable>(
        in model: Model, _ body: (any ModelFunction, _ inputs: [File]) async throws -> Result
    ) async throws -> Result {
        var stored: [(field: String, file: File)] = []
        do {
            for (field, file) in files {
                let bar = ProgressBar("Storing \(file.name)")
                stored.append((field, try await file.store(in: model, behind: bar)))
            }
            let function = try type.decoded(from: tree(with: stored))
            return try await body(function, stored.map(\.file))
        } catch {
            if (error as? StoreError)?.mayHaveTakenEffect == true { throw error }
            for (_, file) in stored { await model.removeFile(file.id) }
            throw error
        }
    }

    private func tree(with files: [(field: String, file: File)]) throws -> JSONTree {
        var object = JSONObject()
        for member in arguments { object.add(member.name, member.value) }
        for (field, file) in files { try object.add(field, file) }
        return object.tree
    }
}
