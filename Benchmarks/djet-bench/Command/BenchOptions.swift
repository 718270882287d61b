import ArgumentParser
import DjetCommand

/// The options of every benchmark: the amount of work, the database, and the folder of the figures.
struct BenchOptions: ParsableArguments {
    @Option(help: "How often Djet and the reference take turns.") var turns = 5
    @Option(help: "Where bench.tsv and bench.svg are written.") var output = "./djet-bench"
    @Flag(help: "A hundredth of the work: tells whether it runs, not how fast.") var small = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        if !(1...1000).contains(turns) {
            throw ValidationError("--turns is \(turns): take a number from 1 to 1000")
        }
    }

    /// Returns the full amount, or a hundredth of it (at least 10) with `--small`.
    func amount(_ full: Int) -> Int { small ? max(full / 100, 10) : full }
}
