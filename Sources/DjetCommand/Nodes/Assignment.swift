import ArgumentParser
import DjetModel
import Foundation

/// An assignment, typed as `NAME=VALUE`.
struct Assignment {
    let name: String
    let text: String

    /// Reads the value of a column. Throws `ValidationError` if it is no assignment.
    static func column(_ text: String) throws -> Assignment { try typed(text, as: "body='We sell things.'") }

    /// Reads a rule. Throws `ValidationError` if it is no assignment.
    static func rule(_ text: String) throws -> Assignment { try typed(text, as: "users=view,use") }

    private static func typed(_ text: String, as example: String) throws -> Assignment {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw ValidationError("write a name, = and a value, such as \(example)")
        }
        return Assignment(name: String(parts[0]), text: String(parts[1]))
    }

    /// The value as rights, separated by commas. Throws `CommandFailure` for an unknown one.
    var rights: Set<Right> {
        get throws {
            let words = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            return Set(try words.map(Self.right))
        }
    }

    private static func right(_ word: String) throws -> Right {
        if let right = Right(rawValue: word) { return right }
        let known = Right.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "“\(word)” is not a right: use some of \(known)")
    }
}
