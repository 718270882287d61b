import DjetCommand
import DjetEngine
import DjetModel

/// A site with one page beside the shipped ones: `/row/7` reads one row by the pool.
@main
struct RowSite {
    static func main() async {
        await Application(
            name: "row-site", engines: [RowEngine()],
            tree: [NodeSeed("/row", "row", title: "Row", access: [Role.everyone: [.view]])]
        ).main()
    }
}
