import DjetStore

extension JSONTree {
    /// JSON as the database holds it. What is nested more deeply than the reader goes is one word, as it was written: it
    /// comes out as it came in.
    init(stored text: String) {
        self = (try? JSONReader.tree(of: text)) ?? .word(text)
    }
}
