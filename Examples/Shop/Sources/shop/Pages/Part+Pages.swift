import DjetCommand
import DjetEngine
import DjetModel

extension Part {
    /// The pages: an engine, its template, and the node where it answers on a new site.
    static let pages = Part(
        "pages", engines: [NotesEngine()],
        nodes: [NodeSeed("/notes", "notes", title: "Notes", position: 10)],
        templates: ["notes": NotesPage.template])
}
