import DjetJSON
import DjetModel
import Foundation
import Mustache

/// A JSON text or number that a template can format for people.
struct TemplateText: MustacheCustomRenderable, MustacheTransformable, MustacheParent {
    let text: String
    /// The language of the page.
    let words: Words

    init(_ tree: JSONTree, _ words: Words) {
        // Many combining marks would slow down templates that compare or split the text.
        self.init(CombiningMarks.thinned(tree.text ?? tree.compact), words)
    }

    init(_ text: String, _ words: Words) {
        self.text = text
        self.words = words
    }

    var renderText: String { text }

    /// Nothing: within the section of a text, names are those of what is around it. The library would find
    /// the properties above.
    func child(named name: String) -> Any? { nil }

    /// True for an empty text, so that its section is left out.
    var isNull: Bool { text.isEmpty }

    func transform(_ name: String) -> Any? {
        switch name {
        case "json", "text": text
        case "t": TemplateText(words(text), words)
        case "words": TemplateText(text.replacing("-", with: " "), words)
        case "url": Percent.encoded(text)
        case "minute": Date.sent(text).map { String($0.ISO8601Format().prefix(16)) } ?? ""
        case "lines": text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        case "empty": text.isEmpty
        case "one": text == "1"
        default: formatted(name)
        }
    }

    /// Returns the text in the form of the language; nil for an unknown form.
    private func formatted(_ form: String) -> String? {
        let figures = words.figures
        return switch form {
        // The template writes it unescaped: a text that is no time might be markup.
        case "time": Timestamp.date(from: text).map(time) ?? ""
        case "day": figures.day(text)
        case "number": Written.number(text, figures)
        case "money": Written.money(text, figures)
        case "percent": Written.percent(text, figures)
        case "bytes": Int(text).map { words(Written.bytes($0, figures)) } ?? text
        case "duration": Double(text).map { words(Written.duration($0, figures)) } ?? text
        default: nil
        }
    }

    /// Returns an HTML `time` element, which the page's script shows in the reader's own time zone.
    private func time(_ date: Date) -> String {
        let text = Timestamp.text(of: date)
        let (day, clock) = (String(text.prefix(10)), String(text.dropFirst(11).prefix(8)))
        let shown = "\(words.figures.day(day)) \(words.figures.clock(clock)) UTC"
        return "<time datetime=\"\(text.prefix(23))Z\">\(shown)</time>"
    }
}
