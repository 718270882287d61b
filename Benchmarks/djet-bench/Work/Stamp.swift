import DjetModel

/// Does nothing but note its start.
struct Stamp: ModelFunction {
    static let name = "bench.stamp"
    static let queue = "bench"
    static let commit = Commit.detached
    var number: Int

    func run(in model: Model) async throws -> Int {
        try model.service(Stamps.self).note(number)
        return number
    }

    /// Runs 20 jobs that are not noted, since the first ones find nothing prepared, here and on the server.
    static func warmUp(_ model: Model) async throws {
        for _ in 0..<20 { _ = try await model.offload(Stamp(number: -1)).value }
    }
}
