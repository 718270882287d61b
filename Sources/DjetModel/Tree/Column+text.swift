public import DjetJSON
import Foundation

extension Column {
    /// Returns the value of a typed text as the column holds it: null if it is blank.
    ///
    /// A text that does not fit stays a text, such as `1.000`, which may mean two numbers; the database
    /// refuses it by the column's name.
    public func value(of text: String) -> JSONValue {
        let word = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !word.isEmpty else { return .null }
        switch type {
        case .number: return Self.number(word)
        case .boolean: return Bool(word).map(JSONValue.flag) ?? .text(word)
        case .longtext: return .text(text.replacing("\r\n", with: "\n"))
        case .text, .function, .queue, .path: return .text(word)
        }
    }

    private static func number(_ word: String) -> JSONValue {
        guard TypedNumber.readings(of: word) == nil, let number = try? JSON.value(Decimal.self, from: word)
        else { return .text(word) }
        return .number(number)
    }
}

extension Node {
    /// Returns the value of a column as it can be typed; empty if there is none. Three decimals have a zero
    /// behind them.
    public func typed(_ column: String) -> String {
        switch columns[column] {
        case .text(let text)?: text
        case .number(let number)?:
            TypedNumber.readings(of: number.description)?.decimals ?? number.description
        case .flag(let flag)?: String(flag)
        case .null?, .list?, .object?, nil: ""
        }
    }
}
