import DjetModel
import DjetStore
import HTTPTypes
import Mustache

/// The pages' templates: the shipped ones and an application's own.
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

    /// Returns a whole page: the rendered template within the layout. Throws `Refusal` of 500 for an unknown
    /// template.
    func page(_ template: String, title: String, data: some Encodable, site: SiteContext) throws -> String {
        var context = try Self.context(of: data)
        context["title"] = title
        context["site"] = TemplateValue.of(try JSON.tree(of: site))
        guard let main = library.render(context, withTemplate: template) else {
            throw Refusal(.internalServerError, "there is no template “\(template)”")
        }
        context["main"] = main
        guard let page = library.render(context, withTemplate: "layout") else { return main }
        return page
    }

    private static func context(of data: some Encodable) throws -> [String: Any] {
        guard case .object(let members) = try JSON.tree(of: data) else { return [:] }
        return TemplateValue.members(members)
    }

    private static var shipped: [String: String] {
        let ending = ".mustache"
        let files = EmbeddedWeb.files.filter { $0.path.hasPrefix("templates/") && $0.path.hasSuffix(ending) }
        return Dictionary(
            files.map { (String($0.path.dropFirst("templates/".count).dropLast(ending.count)), $0.text) },
            uniquingKeysWith: { $1 })
    }
}
