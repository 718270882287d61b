import DjetStore
import DjetModel

/// A function that somebody asks for: its arguments are known to fit, its files are not stored yet.
struct FunctionRequest: Sendable {
    private let type: any ModelFunction.Type
    private let arguments: [JSONTree.Member]
    private let files: [(field: String, file: InputFile)]

    /// Throws `ModelError.invalid` if the arguments do not fit.
    init(
        type: any ModelFunction.Type, arguments: [JSONTree.Member], files: [(field: String, file: InputFile)]
    ) throws {
        self.type = type
        self.arguments = arguments
        self.files = files
        let placeholders = files.map {
            ($0.field, File(id: 0, name: $0.file.name, mimeType: "", size: $0.file.size))
        }
        _ = try function(with: placeholders)
    }

    /// Stores the files, and returns the function.
    func function(in model: Model) async throws -> any ModelFunction {
        var stored: [(String, File)] = []
        for (field, file) in files {
            stored.append(
                (field, try await file.store(in: model, behind: ProgressBar("Storing \(file.name)"))))
        }
        return try function(with: stored)
    }

    private func function(with files: [(field: String, file: File)]) throws -> any ModelFunction {
        var object = JSONObject()
        for member in arguments { object.add(member.name, member.value) }
        for (field, file) in files { try object.add(field, file) }
        return try type.decoded(from: object.tree.compact)
    }
}
