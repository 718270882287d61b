import DjetModel
import Foundation
import Glibc

/// A file of settings: the variables of the environment, one `NAME=value` a line, as systemd's
/// `EnvironmentFile` has them.
///
/// Empty lines and lines that begin with `#` or `;` are skipped. A value may stand between single or double
/// quotes. The last line of a name counts. Backslashes, which programs read in different ways, are refused
/// outside of single quotes.
struct SettingsFile: Sendable, Equatable {
    private enum Fault: String, Error {
        case form = "write NAME=value, without a blank before the ="
        case quotes = "put the whole value between single quotes, or between double ones without backslashes"
        case zeroByte = "take out the zero byte"
    }

    private static let blanks: Set<Unicode.Scalar> = [" ", "\t", "\r"]

    let variables: [String: String]

    /// Reads the text of a file. Throws `CommandFailure`, which names the first wrong line and not its value,
    /// which may be a password.
    ///
    /// - Parameter path: the name of the file in messages.
    init(_ text: String, of path: String) throws {
        var variables: [String: String] = [:]
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            do {
                guard let (name, value) = try Self.setting(in: Self.trimmed(line)) else { continue }
                variables[name] = value
            } catch let fault as Fault {
                throw CommandFailure(.configuration, "\(path), line \(index + 1): \(fault.rawValue)")
            }
        }
        self.variables = variables
    }

    /// Returns the setting of a line; nil if it has none.
    private static func setting(in line: Substring.UnicodeScalarView) throws -> (String, String)? {
        guard let first = line.first, first != "#", first != ";" else { return nil }
        guard let sign = line.firstIndex(of: "="), sign != line.startIndex, !isDigit(first),
            line[..<sign].allSatisfy({ $0 == "_" || isDigit($0) || isLetter($0) })
        else { throw Fault.form }
        return (String(line[..<sign]), try value(of: trimmed(line[line.index(after: sign)...])))
    }

    private static func value(of text: Substring.UnicodeScalarView) throws -> String {
        guard let first = text.first else { return "" }
        if text.contains("\0") { throw Fault.zeroByte }
        guard first == "'" || first == "\"" else {
            if text.contains(where: { $0 == "'" || $0 == "\"" || $0 == "\\" }) { throw Fault.quotes }
            return String(text)
        }
        let inner = text.dropFirst().dropLast()
        guard text.count > 1, text.last == first, !inner.contains(first),
            first == "'" || !inner.contains("\\")
        else { throw Fault.quotes }
        return String(inner)
    }

    private static func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        var text = text.drop { blanks.contains($0) }
        while let last = text.last, blanks.contains(last) { text.removeLast() }
        return text
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
}

extension SettingsFile {
    /// Puts the settings of the file that `--config`, or else `DJET_CONFIG`, names into the environment of
    /// this process, where libpq finds its own, too. A variable that is there and not empty stays as it is.
    ///
    /// Call it before anything reads the environment. Throws `CommandFailure` if the file cannot be read, or
    /// has a setting that no command of the program knows.
    static func apply(_ arguments: some Sequence<String>) throws {
        let environment = ProcessInfo.processInfo.environment
        let typed = path(in: arguments)
        guard let path = typed ?? EnvironmentSettings(variables: environment).config else { return }
        let file = try read(path, isTyped: typed != nil)
        try file.refuseUnknown(among: RootCommand.settings, of: path)
        for (name, value) in file.variables where environment[name, default: ""].isEmpty {
            setenv(name, value, 1)
        }
    }

    /// Throws `CommandFailure` for a name that begins like those of Djet and is none, or is one of them but
    /// for a slip. Any other name may be libpq's, or that of a part.
    ///
    /// - Parameters:
    ///   - known: the settings of all commands, since they share a file.
    ///   - path: the name of the file in messages.
    func refuseUnknown(among known: [String], of path: String) throws {
        let own = known.filter { $0.hasPrefix("DJET_") }
        for name in variables.keys.sorted() where !known.contains(name) {
            let meant = name.uppercased()
            guard meant.hasPrefix("DJET_") || own.contains(where: { $0.isSlip(of: meant) }) else { continue }
            throw CommandFailure(
                .configuration,
                """
                \(path): \(Application.current.name) has no setting “\(name)”\(own.guess(at: meant)) Correct the \
                name, or take the line out
                """)
        }
    }

    private static func read(_ path: String, isTyped: Bool) throws -> SettingsFile {
        let text: String
        do {
            text = try InputFile(path).text()
        } catch let failure as CommandFailure {
            throw CommandFailure(
                isTyped ? .noInput : .configuration,
                "\(isTyped ? "--config" : "DJET_CONFIG"): \(failure.description)")
        }
        return try SettingsFile(text, of: path)
    }

    /// Returns the path behind the last `--config`, which the parser takes anywhere before `--`.
    static func path(in arguments: some Sequence<String>) -> String? {
        var path: String?
        var isNext = false
        for argument in arguments.prefix(while: { $0 != "--" }) {
            if isNext, !argument.hasPrefix("-") { path = argument }
            if argument.hasPrefix("--config=") { path = String(argument.dropFirst("--config=".count)) }
            isNext = argument == "--config"
        }
        return path
    }
}
