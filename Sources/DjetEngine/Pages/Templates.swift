import DjetJSON
import DjetModel
import HTTPTypes
import Mustache

/// The pages' templates: the shipped ones and those of a program's parts.
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// Adds `own` to the shipped templates, which it overrides by name. Throws if one is not valid Mustache.
    init(_ own: [String: String] = [:]) throws {
        var library = MustacheLibrary()
        for (name, text) in Self.shipped.merging(own, uniquingKeysWith: { $1 }) {
            try library.register(HTMLEscaping.pragma + text, named: name)
        }
        self.library = library
    }

    /// Returns a whole page: the rendered template within the layout. Throws `RequestError` of 500 for an
    /// unknown template, and `CancellationError` in a cancelled task, where lists end early.
    func page(_ template: String, title: String, data: some Encodable, site: SiteContext) throws -> String {
        var context = try Self.context(of: data)
        context["title"] = title
        context["site"] = TemplateValue.of(try JSON.tree(of: site))
        guard let main = library.render(context, withTemplate: template) else {
            throw RequestError(.internalServerError, "there is no template “\(template)”")
        }
        context["main"] = main
        let page = library.render(context, withTemplate: "layout") ?? main
        try Task.checkCancellation()
        return page
    }

    /// Returns a rendered template without the layout. Throws as `page` does.
    func text(_ template: String, data: some Encodable) throws -> String {
        guard let text = library.render(try Self.context(of: data), withTemplate: template) else {
            throw RequestError(.internalServerError, "there is no template “\(template)”")
        }
        try Task.checkCancellation()
        return text
    }

    private static func context(of data: some Encodable) throws -> [String: Any] {
        guard case .object(let members) = try JSON.tree(of: data) else { return [:] }
        return TemplateValue.members(members)
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
