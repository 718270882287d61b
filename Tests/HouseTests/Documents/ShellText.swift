/// A text of commands, read as a shell reads it, as far as documents go: quotes, comments, lines that go on.
struct ShellText {
    /// The words of each command, in order.
    private(set) var commands: [[String]] = []
    private var words: [String] = []
    private var word: String?

    init(_ text: String) {
        var rest = Substring(text.replacing("\\\n", with: " "))
        while let character = rest.popFirst() { read(character, &rest) }
        endCommand()
    }

    private mutating func read(_ character: Character, _ rest: inout Substring) {
        switch character {
        case "'":
            word = (word ?? "") + take(upTo: "'", from: &rest)
        case "\"":
            word = (word ?? "") + quoted(&rest)
        case "\\":
            word = (word ?? "") + (rest.popFirst().map(String.init) ?? "")
        case "#" where word == nil:
            rest = rest.drop { $0 != "\n" }
        case " ":
            endWord()
        case "\n", "|", "&", ";":
            endCommand()
        default:
            word = (word ?? "") + String(character)
        }
    }

    private mutating func endWord() {
        if let word { words.append(word) }
        word = nil
    }

    private mutating func endCommand() {
        endWord()
        if !words.isEmpty { commands.append(words) }
        words = []
    }

    private func take(upTo end: Character, from rest: inout Substring) -> String {
        let text = rest.prefix { $0 != end }
        rest = rest.dropFirst(text.count + 1)
        return String(text)
    }

    /// Returns what stands between double quotes. A command in it, `$(…)`, stays as it is.
    private func quoted(_ rest: inout Substring) -> String {
        var text = ""
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let next = rest.popFirst() {
                text += "\"\\$`".contains(next) ? String(next) : "\\\(next)"
            } else {
                text.append(character)
            }
        }
        return text
    }
}
