import DjetBench
import DjetCommand

/// The shipped application: Djet's subcommands, the shipped business, and the benchmarks.
@main struct Djet {
    static func main() async {
        await Application(name: "djet", parts: [.business, .bench]).main()
    }
}
