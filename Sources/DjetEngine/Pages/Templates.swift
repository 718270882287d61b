import DjetJSON
import DjetModel
import DjetStore
import HTTPTypes
import Mustache

/// The pages' templates: the shipped ones and those of a program's parts, in each language of the site.
struct Templates: Sendable {
    private let texts: [String: String]
    private let english: MustacheLibrary
    /// The templates in other languages, each compiled when it is first read: their texts are translated
    /// then, and a request pays nothing for it.
    private let others = Guarded<[String: MustacheLibrary]>([:])

    /// Adds `own` to the shipped templates, which it overrides by name. Throws if one is not valid Mustache.
    init(_ own: [String: String] = [:]) throws {
        texts = Self.shipped.merging(own) { $1 }
        english = try Self.library(of: texts, in: .english)
    }

    private static func library(of texts: [String: String], in words: Words) throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for (name, text) in texts {
            try library.register(HTMLEscaping.pragma + MarkedText.translated(text, by: words), named: name)
        }
        return library
    }

    /// Returns the templates in a language. Those of a translation that breaks one are in English.
    private func library(in words: Words) -> MustacheLibrary {
        if words.language == Words.english.language { return english }
        if let known = others.withLock({ $0[words.language] }) { return known }
        let library = (try? Self.library(of: texts, in: words)) ?? english
        others.withLock { $0[words.language] = library }
        return library
    }

    /// Returns a whole page: the rendered template within the layout. Throws `RequestError` of 500 for an
    /// unknown template, and `CancellationError` in a cancelled task, where lists end early.
    func page(
        _ template: String, title: String, data: some Encodable, site: SiteContext, in words: Words = .english
    ) throws -> String {
        let library = self.library(in: words)
        var context = try Self.context(of: data, words)
        context["title"] = TemplateText(title, words)
        context["site"] = TemplateValue.of(try JSON.tree(of: site), words)
        guard let main = library.render(context, withTemplate: template) else {
            throw RequestError(.internalServerError, "there is no template “\(template)”")
        }
        context["main"] = main
        let page = library.render(context, withTemplate: "layout") ?? main
        try Task.checkCancellation()
        return page
    }

    /// Returns a rendered template without the layout. Throws as `page` does.
    func text(_ template: String, data: some Encodable, in words: Words = .english) throws -> String {
        let context = try Self.context(of: data, words)
        guard let text = library(in: words).render(context, withTemplate: template) else {
            throw RequestError(.internalServerError, "there is no template “\(template)”")
        }
        try Task.checkCancellation()
        return text
    }

    private static func context(of data: some Encodable, _ words: Words) throws -> [String: Any] {
        guard case .object(let members) = try JSON.tree(of: data) else { return [:] }
        return TemplateValue.members(members, words)
    }

    /// The folders of every site's templates. Any other folder belongs to the part of its name.
    private static let folders = ["functions", "jobs", "nodes", "tickets", "tree", "users", "values"]

    private static var shipped: [String: String] {
        files(in: "templates/").filter { name, _ in
            let parts = name.split(separator: "/")
            return parts.count == 1 || folders.contains(String(parts[0]))
        }
    }

    /// Returns the templates in a part's folder, by their paths within it.
    static func shipped(by part: String) -> [String: String] { files(in: "templates/\(part)/") }

    private static func files(in folder: String) -> [String: String] {
        let ending = ".mustache"
        let files = EmbeddedWeb.files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(ending) }
        return Dictionary(
            files.map { (String($0.path.dropFirst(folder.count).dropLast(ending.count)), $0.text) },
            uniquingKeysWith: { $1 })
    }
}
