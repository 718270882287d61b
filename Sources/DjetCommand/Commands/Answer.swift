import DjetModel
import DjetStore

/// What a function returned, on its way to the terminal and into files.
struct Answer {
    /// As JSON.
    let text: String
    private let tree: JSONTree

    /// What is nested more deeply than anybody reads is taken as it is.
    init(_ reply: String) {
        text = reply
        tree = JSONTree(stored: reply)
    }

    /// Prints it: for a program on one line, for people an object over several lines and a text as it is, apart from
    /// what would steer their terminal.
    func show(json: Bool) throws {
        let text = json ? tree.compact : try plain()
        Terminal.output.line(Terminal.output.isInteractive ? text.plainLines : text)
    }

    /// Writes the files that it names into a folder, and tells where they are.
    func save(into folder: OutputFolder, of model: Model) async throws {
        let files = tree.files
        if files.isEmpty { Terminal.error.line("The answer names no file: nothing was saved.") }
        var taken: Set<String> = []
        for id in files {
            let file = try await model.file(id)
            // Two files of one name: the number tells them apart.
            let name = taken.insert(file.name).inserted ? file.name : "\(id)-\(file.name)"
            Terminal.error.line("Saved \(try await folder.save(file, as: name, of: model))")
        }
    }

    private func plain() throws -> String {
        guard case .string = tree else { return tree.pretty() }
        return try JSON.value(String.self, from: tree)
    }
}
