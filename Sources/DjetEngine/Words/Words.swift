/// The language of a page: its texts, by their English originals, and its forms of numbers and times.
///
/// The English text is the key. Texts that no catalog has stay as they are, so that names and notes of
/// people pass through.
public final class Words: Sendable {
    /// The language's tag, such as `da`.
    public let language: String
    let figures: Figures
    private let texts: [String: String]
    private let patterns: PatternBook

    /// English, whose catalog is empty.
    static let english = Words(language: "en", texts: [:])

    /// The longest text that is looked up, in bytes. Longer ones are no sentences.
    static let longest = 500

    /// - Parameter texts: the language's texts, by their English originals.
    init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
        figures = Figures(samples: texts)
        patterns = PatternBook(texts)
    }

    /// The language's own name.
    var name: String { texts["English"] ?? "English" }

    /// Returns a text in the language: as the catalog has it, or by a pattern such as `order {1} is new`. A
    /// text that it does not have is returned as it is, with those of its parts translated that it has.
    public func callAsFunction(_ text: String) -> String {
        guard !texts.isEmpty, text.utf8.count <= Self.longest else { return text }
        return translation(of: text) ?? partwise(text)
    }

    /// Marks a text that pages show for the catalogs, where no name such as `title:` tells that it is one.
    static func key(_ text: String) -> String { text }

    /// Returns the translation of a text of a template, in which tags stand; nil if there is none.
    func translation(ofMarked text: String) -> String? { texts[text] }

    /// - Parameter depth: how often values may be looked up within values.
    private func translation(of text: String, depth: Int = 2) -> String? {
        if let known = texts[text] { return known }
        return patterns.translation(of: text) { value in
            if let number = figures.regrouped(value) { return number }
            return depth > 0 ? translation(of: value, depth: depth - 1) : nil
        }
    }

    /// Returns a text whose parts are translated one by one, where it is several in a row: a few sentences,
    /// or up to 20 phrases.
    private func partwise(_ text: String, sentences: Int = 4) -> String {
        if sentences > 0, let end = text.firstRange(of: ". ")?.lowerBound {
            // A sentence of an error, and what to do about it.
            let (first, rest) = (String(text[..<end]), String(text[text.index(end, offsetBy: 2)...]))
            let whole = String(text[...end])
            let begun = translation(of: first).map { $0 + "." } ?? translation(of: whole) ?? whole
            return begun + " " + (translation(of: rest) ?? partwise(rest, sentences: sentences - 1))
        }
        for sign in ["; ", " · "] {
            let parts = text.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
            guard (2...20).contains(parts.count) else { continue }
            let translated = parts.map { translation(of: $0) ?? $0 }
            if translated != parts { return translated.joined(separator: sign) }
        }
        return text
    }
}
