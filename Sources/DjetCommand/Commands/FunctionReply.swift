import DjetJSON
import DjetModel
import DjetStore

/// A function's reply, on its way to the terminal and into files.
struct FunctionReply {
    /// The reply as JSON.
    let text: String
    private let tree: JSONTree
    private let outcome: (any OutcomeReport)?

    /// Keeps a reply that is nested too deeply for the reader as it was written.
    init(_ reply: String, of type: (any ModelFunction.Type)?) {
        text = reply
        tree = JSONTree(stored: reply)
        outcome = type?.outcome(ofReply: reply)
    }

    /// Prints the reply: with `json` on one line; otherwise indented, a string as its bare text. A terminal
    /// gets no control characters.
    func show(json: Bool) throws {
        let text = json ? tree.compact : try plain()
        Terminal.output.line(Terminal.output.isInteractive ? text.plainLines : text)
    }

    /// Saves the files that the reply names in a folder, but for those that say nothing, and reports their
    /// paths on standard error. Returns the paths by the files' numbers; none without a folder.
    func save(into folder: OutputFolder?, of model: Model) async throws -> [Int64: String] {
        guard let folder else { return [:] }
        let empty = Set(outcome?.emptyFiles.map(\.id) ?? [])
        let files = tree.files.filter { !empty.contains($0) }
        if files.isEmpty { Terminal.error.line("The result has no files, or empty ones; nothing was saved.") }
        var paths: [Int64: String] = [:]
        for id in files { paths[id] = try await folder.keep(model.file(id), of: model) }
        return paths
    }

    /// Throws `CommandFailure` if the reply of a function itself reports a failure. It names the saved file
    /// that has the reasons.
    func refuseFailure(saved paths: [Int64: String]) throws {
        guard let outcome, let failure = outcome.failure else { return }
        guard let reasons = outcome.reasons else { throw CommandFailure(.failed, failure) }
        let advice = paths[reasons.id].map { "\($0) says why" } ?? OutputFolder.advice
        throw CommandFailure(.failed, "\(failure); \(advice)")
    }

    private func plain() throws -> String {
        guard case .string = tree else { return tree.pretty() }
        return try JSON.value(String.self, from: tree)
    }
}
