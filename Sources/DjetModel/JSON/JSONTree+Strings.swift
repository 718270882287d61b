import Foundation

extension JSONTree {
    /// The text of a string, its escapes resolved; nil of anything else.
    package var text: String? {
        guard case .string(let written) = self else { return nil }
        return Self.unescaped(written)
    }

    /// A string that says this text.
    package static func text(_ text: String) -> JSONTree {
        var written = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case _ where scalar.value < 0x20: written += String(format: "\\u%04x", scalar.value)
            default: written.unicodeScalars.append(scalar)
            }
        }
        return .string(written)
    }

    /// What stands between the quotes of a JSON text, without its escapes. What cannot be understood stays as
    /// it is written.
    package static func unescaped(_ written: String) -> String {
        guard written.utf8.contains(UInt8(ascii: "\\")) else { return written }
        let data = Data("\"\(written)\"".utf8)
        return (try? JSONDecoder().decode(String.self, from: data)) ?? written
    }
}
