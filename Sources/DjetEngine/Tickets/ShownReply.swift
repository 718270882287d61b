import DjetModel

/// A job's reply as people read it: just as what a call returned is shown.
struct ShownReply: Codable, Sendable {
    /// One, or none if there is nothing to show.
    let value: [ValueView]

    /// Nothing is shown of a reply that says nothing, or that is a file, which is there to be downloaded.
    ///
    /// - Parameters:
    ///   - function: what the job did, if this program knows it.
    ///   - path: where a file of the reply can be downloaded.
    init(
        _ text: String, of function: (any ModelFunction.Type)? = nil,
        path: @escaping @Sendable (File) -> String? = { _ in nil }
    ) {
        let isWhole = text.utf8.count <= JobPart.shown
        let view = isWhole ? try? ValueReading(path: path).view(ofReply: text, of: function) : nil
        let shown = view ?? ValueView(kind: .json, text: JobPart.beginning(of: text))
        value = [.nothing, .file].contains(shown.kind) ? [] : [shown]
    }
}
