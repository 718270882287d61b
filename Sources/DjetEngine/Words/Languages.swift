import DjetJSON

/// The languages of a site's pages: English, and those that have a catalog.
struct Languages: Sendable {
    /// All languages, in the order of their tags.
    let all: [Words]
    private let byTag: [String: Words]

    /// The catalogs of every site.
    private static let base = ["da": shipped("da")]
    /// The languages of a site without texts of its own.
    private static let alone = [Words.english] + base.map { Words(language: $0, texts: $1) }

    /// Adds `own` to the shipped catalogs: texts by their English originals, by the tags of their languages.
    init(_ own: [String: [String: String]] = [:]) {
        var texts: [String: [String: String]] = [:]
        for (tag, more) in own where tag.lowercased() != "en" {
            texts[tag.lowercased(), default: Self.base[tag.lowercased()] ?? [:]].merge(more) { $1 }
        }
        let alone = Self.alone.filter { texts[$0.language] == nil }
        all = (alone + texts.map { Words(language: $0, texts: $1) }).sorted { $0.language < $1.language }
        byTag = Dictionary(all.map { ($0.language, $0) }) { first, _ in first }
    }

    /// Returns the language of a tag: its own, or that without the region; nil if there is none.
    func words(of tag: String) -> Words? {
        let tag = tag.lowercased()
        return byTag[tag] ?? tag.split(separator: "-").first.flatMap { byTag[String($0)] }
    }

    /// Returns the language for a reader: that of the account, or else the one that the browser likes best,
    /// or else English.
    ///
    /// - Parameter header: the header `Accept-Language`.
    func best(account: String?, header: String?) -> Words {
        if let own = account.flatMap({ words(of: $0) }) { return own }
        return AcceptLanguage(header).tags.lazy.compactMap { words(of: $0) }.first ?? .english
    }

    /// Returns a shipped catalog: of every site, or of the part in whose folder it lies.
    static func shipped(_ language: String, of part: String? = nil) -> [String: String] {
        let path = "languages/" + (part.map { "\($0)/" } ?? "") + "\(language).json"
        guard let file = EmbeddedWeb.files.first(where: { $0.path == path }) else { return [:] }
        // A test reads all of them.
        return (try? JSON.value([String: String].self, from: file.text)) ?? [:]
    }
}
