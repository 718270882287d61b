import Foundation
import Testing

extension House {
    /// A block of code in a document.
    struct Block: Sendable, CustomTestStringConvertible {
        /// The document's path.
        let path: String
        /// The number of its first line.
        let line: Int
        /// The language after the opening fence; empty if there is none.
        let language: String
        let text: String

        var testDescription: String { "\(path):\(line)" }
    }

    /// README and the documents beside it, the articles of the guide, and the READMEs of the examples.
    static let documents =
        ["README.md", "CONTRIBUTING.md", "IMPORT.md", "SECURITY.md"].compactMap { file($0) }
        + files(in: "docs", ending: ".md") + files(in: "Examples", ending: "README.md")

    /// All blocks of the documents in a language.
    static func blocks(in language: String) -> [Block] {
        documents.flatMap(\.blocks).filter { $0.language == language }
    }
}

extension House.File {
    /// Its fenced blocks of code.
    var blocks: [House.Block] {
        var blocks: [House.Block] = []
        var open: (line: Int, language: String, text: [Substring])?
        for line in lines {
            let text = line.text.drop { $0 == " " }
            if text.hasPrefix("```"), let block = open {
                blocks.append(
                    House.Block(
                        path: path, line: block.line, language: block.language,
                        text: block.text.joined(separator: "\n")))
                open = nil
            } else if text.hasPrefix("```") {
                open = (line.number + 1, String(text.dropFirst(3)), [])
            } else {
                open?.text.append(line.text)
            }
        }
        return blocks
    }

    /// Its text without the fenced blocks of code.
    var prose: String { text.replacing(#/```(?s:.*?)```/#, with: "") }
}
