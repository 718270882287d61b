import DjetCommand
import DjetEngine
import DjetModel
import DjetTesting
import Testing

@testable import shop

@Suite struct PagesTests {
    /// Making a site reads its templates, and preparing it plants the nodes.
    @Test func aNewSiteHasThePage() async throws {
        let pages = Part.pages
        try await withModel(parts: [.notes, pages]) { model in
            let site = try Site(
                name: "Shop", model: model, engines: pages.engines, templates: pages.templates)
            try await site.prepare(StandardTree.seeds(title: "Shop") + pages.nodes)
            let node = try await site.tree().node(at: "/notes")
            #expect(node?.basetype == NotesEngine.basetype.name)
        }
    }
}
