import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct CallTests {
    struct Outer: ModelFunction {
        static let name = "outer"
        var mayFail: Bool

        func run(in model: Model) async throws -> [String] {
            let inner = try await model.call(Effect(label: "inner"))
            if mayFail { throw ModelError.conflict("the outer one fails") }
            return [inner, "\(model.isInTransaction)"]
        }
    }

    struct Outside: ModelFunction {
        static let name = "outside"
        static let commit = Commit.detached
        func run(in model: Model) async throws -> Bool { model.isInTransaction }
    }

    protocol Postman: Sendable { var greeting: String { get } }
    struct Friendly: Postman { let greeting = "Good morning" }

    @Test func aCallInsideACallJoinsItsTransaction() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model()
            await #expect(throws: ModelError.conflict("the outer one fails")) {
                try await model.call(Outer(mayFail: true))
            }
            #expect(try await database.effects("inner") == 0)
            #expect(try await model.call(Outer(mayFail: false)) == ["inner", "true"])
            #expect(try await database.effects("inner") == 1)
        }
    }

    @Test func aDetachedFunctionHoldsNoTransaction() async throws {
        try await withDatabase { database in
            let isInTransaction = try await database.model().call(Outside())
            #expect(!isInTransaction)
        }
    }

    @Test func aTransactionInsideAnotherMayFailAlone() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            try await database.model().transaction { model in
                _ = try await model.call(Effect(label: "kept"))
                try? await model.transaction { model in
                    _ = try await model.call(Effect(label: "undone"))
                    throw ModelError.invalid("no")
                }
            }
            #expect(try await database.effects("kept") == 1)
            #expect(try await database.effects("undone") == 0)
        }
    }

    @Test func aServiceIsFoundByItsTypeOrItsAbsenceIsTold() async throws {
        try await withDatabase { database in
            let model = database.model()
            #expect(throws: ModelError.self) { try model.service((any Postman).self) }
            let provided = model.providing(Friendly(), as: (any Postman).self)
            let postman = try provided.service((any Postman).self)
            #expect(postman.greeting == "Good morning")
        }
    }

    @Test func progressOfACalledFunctionIsToldToWhoeverCalls() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let seen = Guarded<[JobProgress]>([])
            _ = try await database.model()
                .reporting { progress in seen.withLock { $0.append(progress) } }
                .call(Effect(label: "a"))
            #expect(seen.withLock(\.self) == [JobProgress(done: 1, of: 2, note: "at the gate")])
        }
    }

    @Test func theTimeIsTheModelsClock() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(clock: clock)
            let before = model.now
            clock.advance(by: 86_400)
            #expect(model.now.timeIntervalSince(before) == 86_400)
            let order = try await model.call(
                PlaceOrder(number: "1", lines: [.init(product: "A", quantity: 1, unitPrice: 1)]))
            #expect(order.orderedOn.description == "2026-11-22")
        }
    }
}
