import DjetModel
import DjetTesting
import Testing

/// The guide's calls and offloads.
@Suite struct CallsTests {
    @Test func jobsHaveTermsFlowsAndGroups() async throws {
        try await withWorker(parts: [.library]) { model in
            try await model.addBook("moby", copies: 3)
            let changed = try await Calls.terms(model)
            #expect(changed == 0)
            let corrected = try await Calls.outbox(model).value
            #expect(corrected == 0)
            let file = try await Calls.flow(model)
            #expect(file.size == 10)
            let visits = try await Calls.group(["moby", "moby"], model)
            #expect(visits == 2)
            let bought = try await Calls.signal(model)
            #expect(bought == 1)
        }
    }

    @Test func jobsAreUniqueAndLimitedAndHaveTenants() async throws {
        try await withModel(parts: [.library]) { model in
            let first = try await Calls.unique(model)
            let second = try await Calls.unique(model)
            #expect(first.0 == second.0 && first.1 == second.1)
            try await Calls.limits(model)
            let ticket = try await Calls.tenant(model)
            try await model.drain()
            let changed = try await ticket.value
            #expect(changed == 0)
        }
    }

    @Test func aPersonIsAskedByALink() async throws {
        try await withModel(parts: [.library]) { model in
            _ = await #expect(throws: ModelError.invalid("offload it")) {
                try await model.call(AskForBooks(books: ["moby"]))
            }
        }
    }

    @Test func aFineIsNotChargedWhileTheTillIsClosed() async throws {
        try await withModel(parts: [.library]) { model in
            let closed = model.providing(ClosedTill(), as: (any Till).self)
            await #expect(throws: Snooze.self) {
                try await closed.call(PayFine(reader: "ada", card: "4711"))
            }
            _ = try await model.offload(PayFine(reader: "ada", card: "4711"))
            try await model.expectOffloaded(PayFine.self, count: 1) { $0.card == "4711" }
        }
    }
}

private struct ClosedTill: Till {
    var isOpen: Bool { false }

    func charge(_ card: String, for reader: String, key: String?) async throws -> String { card }
}
