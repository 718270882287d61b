import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetJobmachine

@Suite struct WorkerTests {
    struct Greet: ModelFunction {
        static let name = "greet"
        var whom: String
        func run(in model: Model) async throws -> String { "Hello, \(whom)" }
    }

    @Test func aJobIsRunAndItsValueComesBack() async throws {
        try await withDatabase { database in
            let model = database.model([Greet.self])
            try await withWorker(model) {
                let value = try await model.offload(Greet(whom: "Ada")).value
                #expect(value == "Hello, Ada")
            }
        }
    }
}
