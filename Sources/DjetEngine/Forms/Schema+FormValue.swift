import DjetJSON
import DjetModel
import Foundation

/// The reason why a form's text does not fit its field.
struct FormProblem: Error {
    let reason: String
}

extension Schema {
    /// Returns the JSON of a single value from the texts that a form has under its name.
    ///
    /// - Parameter levels: the levels of nesting around the value.
    func tree(of values: [String], inside levels: Int) throws(FormProblem) -> JSONTree {
        // A hidden field often comes before a checkbox; its value counts when the box is not ticked.
        guard let value = values.last else {
            if self == .boolean { return .word("false") }
            throw FormProblem(reason: "is missing")
        }
        guard values.count == 1 || self == .boolean else {
            throw FormProblem(reason: "is given more than once")
        }
        if case .string(let text) = self { return try text.tree(of: value) }
        return try tree(of: value.trimmingCharacters(in: .whitespacesAndNewlines), inside: levels)
    }

    private func tree(of value: String, inside levels: Int) throws(FormProblem) -> JSONTree {
        switch self {
        case .boolean: return try Self.boolean(value)
        case _ where value.isEmpty: throw FormProblem(reason: "is missing")
        case .integer(let range): return try Self.integer(value, in: range)
        case .number: return try Self.number(value)
        case .date:
            guard let day = Day(value) else {
                throw FormProblem(reason: "is not a day of the form 2010-12-01: \(Self.excerpt(value))")
            }
            return .text(day.description)
        case .dateTime: return try Self.moment(value)
        default:
            do {
                return try JSONReader.tree(of: value, fromOutside: true, inside: levels)
            } catch {
                throw FormProblem(reason: "is not JSON: \(error)")
            }
        }
    }

    private static func boolean(_ value: String) throws(FormProblem) -> JSONTree {
        switch value.utf8.count <= 5 ? value.lowercased() : value {
        case "true", "on", "yes", "1": return .word("true")
        case "false", "off", "no", "0", "": return .word("false")
        default: throw FormProblem(reason: "is neither true nor false: \(excerpt(value))")
        }
    }

    private static func integer(_ value: String, in range: ClosedRange<Int64>) throws(FormProblem) -> JSONTree
    {
        guard value.utf8.allSatisfy({ $0 < 0x80 }), let number = Int64(value) else {
            throw FormProblem(reason: "is not a whole number: \(excerpt(value))")
        }
        guard range.contains(number) else {
            throw FormProblem(reason: "must be from \(range.lowerBound) to \(range.upperBound)")
        }
        return .word("\(number)")
    }

    /// Returns a number with all of its digits. Only forms that JSON lacks are corrected: `+5`, `007`, `.5`,
    /// `5.`. A lone sign before three digits is refused, as in a file: nobody knows what `1.000` means.
    private static func number(_ value: String) throws(FormProblem) -> JSONTree {
        if let (decimals, group) = TypedNumber.readings(of: value) {
            let readings = "\(decimals) or \(group)"
            throw FormProblem(reason: "is unclear: \(value) may mean \(readings): write \(readings)")
        }
        guard let number = TypedNumber(value) else {
            throw FormProblem(reason: "is not a number: \(excerpt(value))")
        }
        return .word(number.json)
    }

    /// Returns a moment. A browser's `datetime-local` is taken as UTC.
    private static func moment(_ value: String) throws(FormProblem) -> JSONTree {
        let problem = FormProblem(reason: "is not a time of the form 2026-11-21T20:15:00Z: \(excerpt(value))")
        guard value.utf8.count <= longestTime else { throw problem }
        let isToTheMinute = value.utf8.count == "2026-11-21T20:15".utf8.count
        let tree = JSONTree.text(isToTheMinute ? value + ":00Z" : value)
        guard let moment = try? JSON.value(Date.self, from: tree),
            let written = try? JSON.tree(of: moment)
        else { throw problem }
        return written
    }

    /// The most bytes of a time, more than ISO 8601 needs.
    private static let longestTime = 64

    private static func excerpt(_ value: String) -> String {
        let shown = value.beginning(40)
        return "“\(shown)\(shown.utf8.count < value.utf8.count ? "…" : "")”"
    }
}

extension Schema.Text {
    fileprivate func tree(of value: String) throws(FormProblem) -> JSONTree {
        if let reason = reason(against: value) { throw FormProblem(reason: reason) }
        if value.unicodeScalars.contains("\0") { throw FormProblem(reason: "has a zero byte") }
        return .text(value)
    }
}
