package import DjetModel
import DjetStore

/// Keeps its slot for a quarter of a second, on behalf of a customer.
package struct Dwell: ModelFunction {
    package static let name = "test.dwell"
    package static let commit = Commit.detached
    package var customer: Int

    package init(customer: Int) { self.customer = customer }

    package func run(in model: Model) async throws -> Int {
        try await model.database.query("select pg_sleep(0.25)")
        return customer
    }
}
