import DjetCommand
import DjetModel

/// Measures Djet's speed beside that of PostgreSQL itself.
///
/// It has all of Djet's subcommands as well, since the worker processes that it measures run its own `work`.
@main struct DjetBench {
    static func main() async {
        await Application(
            name: "djet-bench", abstract: "Measures speed, each figure beside a reference in the same run.",
            sql: { [try DjetSQL.business()] }, commands: Benchmarks.commands
        ).main()
    }
}
