import DjetModel
import DjetStore

/// Offloads groups of crates, each with its manifest, and cancels some of them.
struct Packer: Sendable {
    let model: Model
    let journal: Journal
    let draw: Guarded<ErrandDraw>

    /// Offloads a group, and cancels one in eight at once. Returns the number of its crates.
    func pack() async throws -> Int {
        let crates = draw.withLock { $0.load() }
        var manifest = draw.withLock { $0.make(Manifest.self) }
        manifest.size = crates.count
        let group = try await model.offload(group: "load \(manifest.number)", crates, then: manifest)
        journal.note(.grouped, number: manifest.number, "\(group.id)")
        if draw.withLock({ $0.number(below: 8) }) == 0 {
            // Callers that get no answer may have cancelled it all the same.
            journal.note(.cancelled, "\(group.id)")
            try await group.cancel()
        }
        return crates.count
    }
}
