import DjetJSON
import DjetModel
import Foundation
import Mustache

/// A JSON text or number that a template can format for people.
struct TemplateText: MustacheCustomRenderable, MustacheTransformable {
    let text: String

    init(_ tree: JSONTree) {
        // Many combining marks would slow down templates that compare or split the text.
        text = CombiningMarks.thinned(tree.text ?? tree.compact)
    }

    var renderText: String { text }
    /// True for an empty text, so that its section is left out.
    var isNull: Bool { text.isEmpty }

    func transform(_ name: String) -> Any? {
        switch name {
        case "json", "text": text
        case "words": text.replacing("-", with: " ")
        case "url": Percent.encoded(text)
        // The template writes it unescaped: a text that is no time might be markup.
        case "time": Timestamp.date(from: text).map(Self.time) ?? ""
        case "number": Written.number(text)
        case "money": Written.money(text)
        case "percent": Written.percent(text)
        case "bytes": Int(text).map(Written.bytes) ?? text
        case "duration": Double(text).map(Written.duration) ?? text
        case "lines": text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        case "empty": text.isEmpty
        default: nil
        }
    }

    /// Returns an HTML `time` element, which the page's script shows in the reader's own time zone.
    private static func time(_ date: Date) -> String {
        let text = Timestamp.text(of: date)
        let shown = "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
        return "<time datetime=\"\(text.prefix(23))Z\">\(shown)</time>"
    }
}
