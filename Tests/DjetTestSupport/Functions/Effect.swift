package import DjetModel
import DjetStore

/// Leaves one row in the table `effect`, and waits at a gate, which a test opens, before it returns.
package struct Effect: ModelFunction {
    package static let name = "test.effect"
    package static let retry = Retry(attempts: 5, first: .milliseconds(1))
    package var label: String
    package var gate: Int?

    package init(label: String, gate: Int? = nil) {
        self.label = label
        self.gate = gate
    }

    package func run(in model: Model) async throws -> String {
        try await model.database.query("insert into effect (label) values (\(label))")
        await model.report(done: 1, of: 2, note: "at the gate")
        if let gate { try await model.database.query("select pg_advisory_xact_lock_shared(\(gate))") }
        return label
    }
}
