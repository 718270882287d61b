import DjetJSON
import DjetModel
import DjetStore

/// A function's reply, on its way to the terminal and into files.
struct FunctionReply {
    /// The reply as JSON.
    let text: String
    private let tree: JSONTree

    /// Keeps a reply that is nested too deeply for the reader as it was written.
    init(_ reply: String) {
        text = reply
        tree = JSONTree(stored: reply)
    }

    /// Prints the reply: with `json` on one line; otherwise indented, a string as its bare text. A terminal
    /// gets no control characters.
    func show(json: Bool) throws {
        let text = json ? tree.compact : try plain()
        Terminal.output.line(Terminal.output.isInteractive ? text.plainLines : text)
    }

    /// Saves the files that the reply names in a folder, and reports their paths on standard error.
    func save(into folder: OutputFolder, of model: Model) async throws {
        let files = tree.files
        if files.isEmpty { Terminal.error.line("The result has no files; nothing was saved.") }
        var taken: Set<String> = []
        for id in files {
            let file = try await model.file(id)
            // The number tells two files of one name apart.
            let name = taken.insert(file.name).inserted ? file.name : "\(id)-\(file.name)"
            Terminal.error.line("Saved \(try await folder.save(file, as: name, of: model))")
        }
    }

    /// Throws `CommandFailure` if the reply of a function itself reports a failure.
    func refuseFailure(of type: any ModelFunction.Type) throws {
        guard let failure = type.failure(ofReply: text) else { return }
        throw CommandFailure(.failed, failure)
    }

    private func plain() throws -> String {
        guard case .string = tree else { return tree.pretty() }
        return try JSON.value(String.self, from: tree)
    }
}
