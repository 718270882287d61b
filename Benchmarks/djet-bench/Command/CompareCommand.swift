import ArgumentParser
import DjetCommand

/// `djet-bench compare`: Djet beside other job queues on PostgreSQL.
struct CompareCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "compare", "Djet beside its peers, each as its documentation says that it is fastest.",
            """
            The peers are those that PyPI has: procrastinate, pgqueuer, oban, chancy, absurd and dbos; and \
            Minion, if Debian's libminion-perl is installed. They are installed into a folder of their own \
            when they are first needed. Each works in a database of its own, djet_bench_peer, which is \
            removed. Of a round trip, less is better: there a ratio below 1 speaks for Djet.
            """,
            examples: ["compare", "compare --turns 3 --python python3.13"])
    }

    @Option(help: "The folder of the installed peers (default: ~/.cache/djet-bench/peers).")
    var peers: String?
    @Option(help: "The Python to install them with.") var python = "python3"
    @OptionGroup var options: BenchOptions

    func run() async throws {
        let environment = PeerEnvironment(folder: peers ?? PeerEnvironment.defaultFolder, maker: python)
        let piece = Bench.Piece(name: "compare", abstract: Self.configuration.abstract) { bench in
            try await PeerScripts.with { scripts in
                try await environment.prepare(scripts, bench.report)
                let run = PeerRun(bench: bench, scripts: scripts, environment: environment)
                try await Comparison(run: run).compare()
            }
        }
        try await Bench.run([piece], options)
    }
}
