package import DjetModel
import DjetStore

/// Leaves a row in the table `effect` in each of three steps. Returns the numbers of the attempts that did
/// them.
package struct ThreeSteps: ModelFunction {
    package struct Tired: Error, Codable, Hashable {
        package init() {}
    }

    package static let name = "test.three-steps"
    package static let commit = Commit.stepwise
    package static let retry = Retry(attempts: 3, first: .milliseconds(1))
    package var label: String
    /// The gate at which the second step waits until a test opens it.
    package var gate: Int?
    /// The number of attempts that fail behind the second step.
    package var failures = 0

    package init(label: String, gate: Int? = nil, failures: Int = 0) {
        self.label = label
        self.gate = gate
        self.failures = failures
    }

    package func run(in model: Model) async throws -> [Int] {
        let attempt = model.job?.attempt ?? 0
        let first = try await model.step("first") { try await leave("first", attempt, in: $0) }
        let second = try await model.step("second") { model in
            let value = try await leave("second", attempt, in: model)
            if let gate { try await model.database.query("select pg_advisory_xact_lock_shared(\(gate))") }
            return value
        }
        guard attempt > failures || model.job == nil else { throw Tired() }
        let third = try await model.step("third") { try await leave("third", attempt, in: $0) }
        return [first, second, third]
    }

    private func leave(_ step: String, _ attempt: Int, in model: Model) async throws -> Int {
        try await model.database.query("insert into effect (label) values (\("\(label) \(step)"))")
        return attempt
    }
}
