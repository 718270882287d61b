import ArgumentParser
import DjetModel
import Foundation

/// An assignment, typed as `NAME=VALUE`.
struct Assignment: ExpressibleByArgument {
    let name: String
    let text: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        (name, text) = (String(parts[0]), String(parts[1]))
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
