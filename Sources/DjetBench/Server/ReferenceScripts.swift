import DjetCommand

/// The references' SQL, from `Benchmarks/reference`.
enum ReferenceScripts {
    static func text(of name: String) throws -> String {
        guard let file = EmbeddedReferences.files.first(where: { $0.path == "reference/\(name).sql" }) else {
            throw CommandFailure(.failed, "there is no reference named \(name)")
        }
        return file.text
    }
}
