import DjetModel

/// A job's reply as people read it, in the form of a call's result.
struct ShownReply: Codable, Sendable {
    /// One view, or none if there is nothing to show.
    let value: [ValueView]

    /// The reason why nothing came of the job, though it has finished; nil if something did.
    let failure: String?

    /// Creates the view. There is none for an empty reply, or for a file, which is downloaded instead.
    ///
    /// - Parameters:
    ///   - function: the job's function, if this program knows it.
    ///   - path: returns the path where a file of the reply can be downloaded.
    init(
        _ text: String, of function: (any ModelFunction.Type)? = nil,
        path: @escaping @Sendable (File) -> String? = { _ in nil }
    ) {
        let isWhole = text.utf8.count <= JobPart.shown
        let view = isWhole ? try? ValueReading(path: path).view(ofReply: text, of: function) : nil
        let shown = view ?? ValueView(kind: .json, text: JobPart.beginning(of: text))
        value = [.nothing, .file].contains(shown.kind) ? [] : [shown]
        failure = isWhole ? function?.outcome(ofReply: text)?.explanation : nil
    }
}
