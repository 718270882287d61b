import DjetTestSupport

extension Program {
    /// Posts a form as a browser does if it has fields for files.
    func form(_ path: String, _ fields: [String: String], files: [String: String] = [:]) async throws
        -> TestAnswer
    {
        var flags = ["--form-string", "csrf=\(csrf)"]
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            flags += ["--form-string", "\(name)=\(value)"]
        }
        for (name, file) in files { flags += ["--form", "\(name)=@\(file)"] }
        return try await site.ask("POST", path, headers, flags: flags)
    }
}
