public import DjetJSON
import Foundation

extension Column {
    /// Returns the value of a typed text as the column holds it: null if it is blank.
    ///
    /// A text that does not fit stays a text; the database refuses it by the column's name.
    public func value(of text: String) -> JSONValue {
        let word = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !word.isEmpty else { return .null }
        switch type {
        case .number: return (try? JSON.value(Decimal.self, from: word)).map(JSONValue.number) ?? .text(word)
        case .boolean: return Bool(word).map(JSONValue.flag) ?? .text(word)
        case .longtext: return .text(text.replacing("\r\n", with: "\n"))
        case .text, .function, .queue, .path: return .text(word)
        }
    }
}

extension Node {
    /// Returns the value of a column as it can be typed; empty if there is none.
    public func typed(_ column: String) -> String {
        switch columns[column] {
        case .text(let text)?: text
        case .number(let number)?: number.description
        case .flag(let flag)?: String(flag)
        case .null?, .list?, .object?, nil: ""
        }
    }
}
