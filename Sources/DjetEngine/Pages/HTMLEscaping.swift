import DjetStore
import Mustache

/// Writes a text in such a way that it is no markup in HTML, neither between tags nor within an attribute.
///
/// It looks at scalars. A quote and a mark behind it, such as U+0301, are one character, which to Swift is no quote; to a
/// browser it is one.
struct HTMLEscaping: MustacheContentType {
    /// The line at the head of each template that has its texts written so, instead of in the library's own way, which
    /// looks at characters.
    static let pragma: String = {
        MustacheContentTypes.register(HTMLEscaping(), named: "HTML")
        return "{{% CONTENT_TYPE: HTML}}\n"
    }()

    func escapeText(_ text: String) -> String { text.rewritten(Self.escape) }

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
