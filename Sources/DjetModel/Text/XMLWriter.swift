import DjetStore

/// Writes an XML document as text, in UTF-8: elements in the order of the calls.
///
/// It stands in place of XMLCoder, which needs a type with spelled keys for each element that has an
/// attribute or a namespace, and writes characters that XML forbids.
package struct XMLWriter: Sendable {
    /// The document so far.
    package private(set) var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"

    private var depth = 0

    /// Creates a document without an element.
    package init() {}

    /// Writes an element with the elements that `body` writes.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
        _ body: (inout XMLWriter) -> Void
    ) {
        begin(name, attributes)
        text += "\n"
        depth += 1
        body(&self)
        depth -= 1
        indent()
        end(name)
    }

    /// Writes an element with a text; none if there is no text, since an empty element says nothing.
    package mutating func element(_ name: String, _ content: String?) { element(name, [:], content) }

    /// Writes an element with attributes and a text; none if there is no text.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String?
    ) {
        guard let content, !content.isEmpty else { return }
        begin(name, attributes)
        text += Self.escaped(content)
        end(name)
    }

    private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        indent()
        text += "<\(name)"
        for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
        text += ">"
    }

    private mutating func end(_ name: String) { text += "</\(name)>\n" }

    private mutating func indent() { text += String(repeating: "  ", count: depth) }

    /// Returns the text as it stands between tags and in attributes. Characters that XML forbids are left
    /// out: no escape makes them valid.
    private static func escaped(_ text: String) -> String {
        let written = text.rewritten(escape)
        guard written.unicodeScalars.contains(where: isForbidden) else { return written }
        return String(String.UnicodeScalarView(written.unicodeScalars.filter { !isForbidden($0) }))
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }

    private static func escape(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        // A reader turns these into a line feed or a blank unless they are escaped.
        case 0x09, 0x0A, 0x0D: "&#\(scalar.value);"
        case 0x00..<0x20: ""
        default: nil
        }
    }
}
