/// A ring to come: which channel, and what is said.
package struct Call: Sendable, Hashable {
    package let channel: String
    package let word: String

    package init(_ channel: String, saying word: String = "") {
        self.channel = channel
        self.word = word
    }
}
