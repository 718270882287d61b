import ArgumentParser
import DjetCommand

/// The options of every benchmark: the amount of work, the database, and the folder of the figures.
struct BenchOptions: ParsableArguments {
    @Option(help: "The number of turns of Djet and of the reference.") var turns = 5
    @Option(help: "The folder for bench.tsv and bench.svg.") var output = "./djet-bench"
    @Flag(help: "Do a hundredth of the work, to check that it runs.") var small = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        if !(1...1000).contains(turns) {
            throw ValidationError("--turns must be from 1 to 1000 (got \(turns))")
        }
    }

    /// Returns the full amount, or a hundredth of it (at least 10) with `--small`.
    func amount(_ full: Int) -> Int { small ? max(full / 100, 10) : full }
}
