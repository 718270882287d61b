import DjetJSON

extension JSONTree {
    /// Reads JSON as the database holds it. JSON that is nested too deeply for the reader becomes one word,
    /// as it was written.
    init(stored text: String) {
        self = (try? JSONReader.tree(of: text)) ?? .word(text)
    }
}
