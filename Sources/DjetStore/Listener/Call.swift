/// A ring to send: its channel and its word.
package struct Call: Sendable, Hashable {
    package let channel: String
    package let word: String

    package init(_ channel: String, saying word: String = "") {
        self.channel = channel
        self.word = word
    }
}
