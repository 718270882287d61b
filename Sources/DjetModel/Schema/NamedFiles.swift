import DjetJSON

/// The files that arguments name. One statement looks them up.
struct NamedFiles {
    /// The most files of a call: as many as a form may have parts.
    static let most = 1_000

    /// The first path of each file.
    private var paths: [Int64: String] = [:]
    private var faults = FaultList()

    var isEmpty: Bool { paths.isEmpty && faults.isEmpty }

    /// Notes a value that stands for a file.
    mutating func add(_ tree: JSONTree, at path: String) {
        guard let id = Self.number(of: tree) else { return faults.add(path, "is not the number of a file") }
        guard paths[id] == nil else { return }
        guard paths.count < Self.most else {
            return faults.add(path, "is one file too many: a call names at most \(Self.most)")
        }
        paths[id] = path
    }

    /// Returns the files by number. Throws `FieldErrors` if one is neither the user's nor the job's.
    func files(in model: Model, orOf job: TicketID?) async throws -> [Int64: File] {
        guard faults.isEmpty else { throw faults.errors }
        var files = try await model.ownFiles(Array(paths.keys))
        if let job, files.count < paths.count {
            for file in try await model.files(of: job) { files[file.id] = file }
        }
        var missing = FaultList()
        for (id, path) in paths.sorted(by: { $0.key < $1.key }) where files[id] == nil {
            missing.add(path, "is not one of your files: \(id)")
        }
        guard missing.isEmpty else { throw missing.errors }
        return files
    }

    /// Returns the number in `7` or `{"file": 7}`.
    static func number(of tree: JSONTree) -> Int64? {
        guard case .word(let word) = tree["file"] ?? tree else { return nil }
        return Int64(word)
    }
}
