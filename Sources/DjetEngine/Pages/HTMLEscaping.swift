import DjetStore
import Mustache

/// Escapes a text for HTML, both between tags and within attributes.
///
/// It works on Unicode scalars. A quote followed by a combining mark, such as U+0301, is one character to
/// Swift and no quote; to a browser it is a quote.
struct HTMLEscaping: MustacheContentType {
    /// The first line of each template. It selects this escaping instead of the library's own, which works on
    /// characters.
    static let pragma: String = {
        MustacheContentTypes.register(HTMLEscaping(), named: "HTML")
        return "{{% CONTENT_TYPE: HTML}}\n"
    }()

    func escapeText(_ text: String) -> String { Self.escaped(text) }

    /// Returns the text as it stands between tags and within attributes.
    static func escaped(_ text: String) -> String { text.rewritten(escape) }

    private static func escape(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "<": "&lt;"
        case ">": "&gt;"
        case "&": "&amp;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: nil
        }
    }
}
