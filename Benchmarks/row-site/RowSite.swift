import DjetCommand
import DjetEngine
import DjetModel

/// A site with one page beside the shipped ones: `/row/7` reads one row by the pool.
@main
struct RowSite {
    static func main() async {
        let row = Part(
            "row", engines: [RowEngine()],
            nodes: [NodeSeed("/row", "row", title: "Row", access: [Role.everyone: [.view]])])
        await Application(name: "row-site", parts: [row]).main()
    }
}
