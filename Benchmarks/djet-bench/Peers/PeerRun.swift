import DjetCommand
import DjetStore

/// Runs the peers' scripts, each in a database of its own.
struct PeerRun: Sendable {
    let bench: Bench
    let scripts: PeerScripts
    let environment: PeerEnvironment

    /// Returns the installed peers. The report gives advice for each that is missing.
    func peersAtHand() async -> [Peer] {
        var peers: [Peer] = []
        for peer in Peer.all {
            do {
                try await PeerProgram(check(of: peer), limit: 60).run()
                peers.append(peer)
            } catch {
                bench.report.say("\(peer.name) is left out, it is not installed: \(peer.advice)")
            }
        }
        return peers
    }

    /// Returns jobs per second, or milliseconds. Throws `BenchError` if the script prints no figure.
    func measure(_ peer: Peer, _ way: Peer.Way) async throws -> Double {
        let database = OwnDatabase(name: "djet_bench_peer", maker: "djet-bench")
        let output = try await database.lend(on: bench.connectionString, bench.logger) { own in
            let command = interpreter(of: peer) + [scripts.path(of: peer.script), own]
            return try await PeerProgram(command + [way.rawValue, "\(amount(peer, way))"], limit: 180).run()
        }
        // Libraries may print lines before or after the figure.
        let numbers = output.split(whereSeparator: \.isNewline).compactMap { Double($0) }
        guard let number = numbers.last else {
            throw BenchError("\(peer.name) has not told its figure: \(output.suffix(500))")
        }
        return number
    }

    private func amount(_ peer: Peer, _ way: Peer.Way) -> Int {
        switch way {
        case .send: bench.options.small ? 1 : 3
        case .drain: bench.options.amount(peer.line)
        case .roundtrip: bench.options.amount(100)
        }
    }

    private func interpreter(of peer: Peer) -> [String] {
        switch peer.language {
        case .python: [environment.python]
        case .perl: ["perl"]
        }
    }

    /// Returns a command that fails if the script's libraries cannot be loaded.
    private func check(of peer: Peer) -> [String] {
        switch peer.language {
        case .python:
            let load = "import sys; sys.path.insert(0, sys.argv[1]); import with_\(peer.name)"
            return [environment.python, "-c", load, scripts.path]
        case .perl:
            return ["perl", "-c", scripts.path(of: peer.script)]
        }
    }
}
