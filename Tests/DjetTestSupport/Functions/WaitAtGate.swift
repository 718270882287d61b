package import DjetModel
import DjetStore

/// Waits at a gate, which a test opens, without reporting progress.
package struct WaitAtGate: ModelFunction {
    package static let name = "test.wait-at-gate"
    package var gate: Int

    package init(gate: Int) { self.gate = gate }

    package func run(in model: Model) async throws -> Nothing {
        try await model.database.query("select pg_advisory_xact_lock_shared(\(gate))")
        return Nothing()
    }
}
