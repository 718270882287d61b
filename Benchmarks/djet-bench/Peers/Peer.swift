/// Another job queue on PostgreSQL, run as its documentation says it is fastest.
///
/// Its script in `Benchmarks/peers` names the settings.
struct Peer: Sendable {
    /// A measurement that a peer's script offers, by the script's own word.
    enum Way: String, CaseIterable, Sendable {
        case send
        case drain
        case roundtrip
    }

    enum Language: String, Sendable {
        case python = "py"
        case perl = "pl"
    }

    let name: String
    /// The number of jobs that keeps it busy for a few seconds.
    let line: Int
    /// True if it has a call that waits for a job's end.
    var canWait = true
    var language = Language.python
    /// Advice for when it is missing.
    var advice = "the folder of the peers is damaged: remove it"

    static let all = [
        Peer(name: "procrastinate", line: 5_000, canWait: false),
        Peer(name: "pgqueuer", line: 60_000),
        Peer(name: "oban", line: 8_000, canWait: false, advice: "name a Python of at least 3.12 by --python"),
        Peer(name: "chancy", line: 15_000),
        Peer(name: "absurd", line: 5_000),
        Peer(name: "dbos", line: 5_000),
        Peer(
            name: "minion", line: 600, language: .perl,
            advice: "install it: apt-get install libminion-perl libmojo-pg-perl"),
    ]

    var script: String { "with_\(name).\(language.rawValue)" }

    func can(_ way: Way) -> Bool { way != .roundtrip || canWait }
}
