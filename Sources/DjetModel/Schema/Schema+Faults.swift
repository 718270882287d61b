package import DjetJSON
import Foundation

extension Schema {
    /// Returns the faults of some JSON, at most `FieldErrors.most`. A decoder would stop at the first one and
    /// name Swift's types.
    package func faults(in tree: JSONTree) -> [FieldErrors.FieldError] {
        find(in: tree).faults
    }

    /// Throws `FieldErrors` if some JSON does not have this shape.
    package func check(_ tree: JSONTree) throws {
        let list = find(in: tree)
        guard list.isEmpty else { throw list.errors }
    }

    /// Returns the fields that no function would read, such as `lines[0].colour`, and those that come twice:
    /// at most `FieldErrors.most`. Empty where the shape is open.
    package func unknownFields(in tree: JSONTree) -> [String] {
        var finder = FaultFinder()
        finder.findUnknown(in: tree, self)
        return finder.list.faults.map(\.field)
    }

    private func find(in tree: JSONTree) -> FaultList {
        var finder = FaultFinder()
        finder.findMisfits(in: tree, self)
        finder.findUnknown(in: tree, self)
        finder.findZeroBytes(in: tree)
        return finder.list
    }

    /// Returns the path of a field within another: `lines[0].product`. A path longer than a name may be stays
    /// as it is.
    package static func path(_ outer: String, _ name: String) -> String {
        guard outer.utf8.count <= FieldErrors.longestPath else { return outer }
        return outer.isEmpty ? name : "\(outer).\(name)"
    }

    /// Returns the path of a place in a list: `lines[0]`.
    static func path(_ outer: String, place: Int) -> String {
        outer.utf8.count <= FieldErrors.longestPath ? "\(outer)[\(place)]" : outer
    }

    /// Returns why a value is refused, its parts aside; nil if this check accepts it.
    func reason(against tree: JSONTree) -> String? {
        switch self {
        case .string(let text):
            guard let value = tree.text else { return "must be a text" }
            return text.reason(against: value)
        case .integer(let range): return Self.reason(against: tree, in: range)
        case .number: return tree.number == nil ? "must be a number" : nil
        case .boolean: return [.word("true"), .word("false")].contains(tree) ? nil : "must be true or false"
        case .date: return Self.dayReason(against: tree)
        case .dateTime:
            let moment = tree.text == nil ? nil : try? JSON.value(Date.self, from: tree)
            return moment == nil ? "must be a time like 2026-11-21T20:15:00Z" : nil
        case .array: return "must be a list"
        case .dictionary, .object: return "must be an object"
        case .file, .nullable, .any: return nil
        }
    }

    private static func dayReason(against tree: JSONTree) -> String? {
        guard let text = tree.text else { return "must be a day like 2010-12-01" }
        guard Day(text) == nil else { return nil }
        let isWritten = text.wholeMatch(of: #/[0-9]{4}-[0-9]{2}-[0-9]{2}/#) != nil
        return isWritten ? "\(text) is no day of the calendar" : "must be a day like 2010-12-01"
    }

    private static func reason(against tree: JSONTree, in range: ClosedRange<Int64>) -> String? {
        guard let word = tree.number else { return "must be a whole number" }
        guard word.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int64(word).map(range.contains) == true
            ? nil : "must be from \(range.lowerBound) to \(range.upperBound)"
    }
}

extension JSONTree {
    /// The number as written; nil if the value is not one.
    fileprivate var number: String? {
        guard case .word(let word) = self, !["true", "false", "null"].contains(word) else { return nil }
        return word
    }
}
