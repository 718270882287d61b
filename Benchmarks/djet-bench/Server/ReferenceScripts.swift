import DjetCommand

/// The references' scripts, from `Benchmarks/reference`.
enum ReferenceScripts {
    static func text(of name: String, ending: String = "sql") throws -> String {
        let path = "reference/\(name).\(ending)"
        guard let file = EmbeddedReferences.files.first(where: { $0.path == path }) else {
            throw CommandFailure(.failed, "there is no reference named \(name)")
        }
        return file.text
    }
}
