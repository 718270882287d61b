/// Compares Djet with its peers in turns: in each, Djet first, then one peer after the other.
struct Comparison {
    private struct Entry {
        let peer: Peer
        var figure: Figure
        /// The reason why it is no longer measured.
        var failure: BenchError?
    }

    let run: PeerRun

    private var bench: Bench { run.bench }

    /// Measures every way of all installed peers.
    func compare() async throws {
        let peers = await run.peersAtHand()
        for way in Peer.Way.allCases { try await compare(way, peers.filter { $0.can(way) }) }
    }

    private func compare(_ way: Peer.Way, _ peers: [Peer]) async throws {
        var entries = peers.map { Entry(peer: $0, figure: Self.figure(of: way, beside: $0)) }
        for turn in 1...bench.options.turns {
            bench.report.progress(way.rawValue, turn, of: bench.options.turns)
            let own = try await own(way)
            for index in entries.indices where entries[index].failure == nil {
                try await measure(&entries[index], way, beside: own)
            }
        }
        for entry in entries { show(entry) }
    }

    private func measure(_ entry: inout Entry, _ way: Peer.Way, beside own: Double) async throws {
        do {
            let reference = try await run.measure(entry.peer, way)
            entry.figure.turns.append(.init(djet: own, reference: reference))
        } catch let error as BenchError {
            entry.failure = error
        }
    }

    private func show(_ entry: Entry) {
        if !entry.figure.turns.isEmpty { bench.report.add(entry.figure) }
        if let failure = entry.failure { bench.report.say("\(entry.peer.name) has failed: \(failure)") }
    }

    private static func figure(of way: Peer.Way, beside peer: Peer) -> Figure {
        switch way {
        case .send: Figure(name: "offload, 1 client", unit: "jobs/s", reference: peer.name)
        case .drain: Figure(name: "drain .detached", unit: "jobs/s", reference: peer.name)
        case .roundtrip: Figure(name: "round trip, p50", unit: "ms", reference: peer.name)
        }
    }

    private func own(_ way: Peer.Way) async throws -> Double {
        switch way {
        case .send:
            try await SendBenchmark.one(bench, clients: 1)
        case .drain:
            try await Drain(bench: bench, kind: Silence.name, count: bench.options.amount(200_000)).run().rate
        case .roundtrip:
            try await RoundTripBenchmark.trips(bench, bench.options.amount(1000)).milliseconds(at: 50)
        }
    }
}
