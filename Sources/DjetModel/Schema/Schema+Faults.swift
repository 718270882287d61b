package import DjetStore
import Foundation

extension Schema {
    /// What of some JSON is not of this shape, all of it: a decoder would stop at the first, and speak of Swift's
    /// types.
    package func faults(in tree: JSONTree) -> [FieldErrors.FieldError] {
        faults(in: tree, at: "") + unknownFields(in: tree).map { .init($0, "is not a field that there is") }
            + tree.zeroBytes(at: "").map { .init($0, "has a zero byte") }
    }

    private func faults(in tree: JSONTree, at path: String) -> [FieldErrors.FieldError] {
        switch self {
        case .nullable(let schema): tree == .word("null") ? [] : schema.faults(in: tree, at: path)
        case .object(let fields): Self.faults(in: tree, fields, at: path)
        case .array(let element):
            if case .array(let trees) = tree {
                trees.enumerated().flatMap { element.faults(in: $1, at: "\(path)[\($0)]") }
            } else {
                [.init(path, "must be a list")]
            }
        case .dictionary(let value):
            if case .object(let members) = tree {
                members.flatMap { value.faults(in: $0.value, at: Self.path(path, $0.name)) }
            } else {
                [.init(path, "must be an object")]
            }
        default: reason(against: tree).map { [.init(path, $0)] } ?? []
        }
    }

    private static func faults(
        in tree: JSONTree, _ fields: [Field], at outer: String
    ) -> [FieldErrors.FieldError] {
        guard case .object(let members) = tree else { return [.init(outer, "must be an object")] }
        let values = Dictionary(members.map { ($0.name, $0.value) }) { $1 }
        return fields.flatMap { field -> [FieldErrors.FieldError] in
            let path = path(outer, field.name)
            guard let value = values[field.name] else {
                return field.isOptional ? [] : [.init(path, "is missing")]
            }
            if field.isOptional, value == .word("null") { return [] }
            return field.schema.faults(in: value, at: path)
        }
    }

    /// Why a single value will not do; nil if it does, as far as can be seen here.
    private func reason(against tree: JSONTree) -> String? {
        switch self {
        case .string(let text):
            guard let value = tree.text else { return "must be a text" }
            return text.reason(against: value)
        case .integer(let range):
            guard let word = tree.number else { return "must be a whole number" }
            guard word.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }) else {
                return nil
            }
            return Int64(word).map(range.contains) == true
                ? nil : "must be from \(range.lowerBound) to \(range.upperBound)"
        case .number: return tree.number == nil ? "must be a number" : nil
        case .boolean: return [.word("true"), .word("false")].contains(tree) ? nil : "must be true or false"
        case .date: return tree.text.flatMap { Day($0) } == nil ? "must be a day like 2010-12-01" : nil
        case .dateTime:
            let moment = tree.text == nil ? nil : try? JSON.value(Date.self, from: tree)
            return moment == nil ? "must be a time like 2026-11-21T20:15:00Z" : nil
        default: return nil
        }
    }
}

extension JSONTree {
    /// The digits of a number; nil if it is none.
    fileprivate var number: String? {
        guard case .word(let word) = self, !["true", "false", "null"].contains(word) else { return nil }
        return word
    }

    /// Where it has texts or names with a zero byte in them, which the store has no room for.
    fileprivate func zeroBytes(at path: String) -> [String] {
        switch self {
        case .string(let written):
            return JSONTree.unescaped(written).unicodeScalars.contains("\0") ? [path] : []
        case .word: return []
        case .array(let elements):
            return elements.enumerated().flatMap { $1.zeroBytes(at: "\(path)[\($0)]") }
        case .object(let members):
            return members.flatMap { member in
                let inner = Schema.path(path, member.name.filter { $0 != "\0" })
                return (member.name.unicodeScalars.contains("\0") ? [inner] : [])
                    + member.value.zeroBytes(at: inner)
            }
        }
    }
}
