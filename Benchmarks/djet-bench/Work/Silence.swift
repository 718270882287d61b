import DjetModel
import DjetStore

/// Does nothing but count itself.
struct Silence: ModelFunction {
    static let name = "bench.silence"
    static let queue = "bench"
    static let commit = Commit.detached
    var number: Int
    /// Makes the arguments about 100 bytes long.
    var pad = Self.pad

    private static let pad = String(repeating: "x", count: 70)

    func run(in model: Model) async throws -> Int {
        try model.service(Tally.self).count()
        return number
    }
}
