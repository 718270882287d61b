import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct WorkToDoTests {
    @Test func itCountsOrdersInvoicesAndProducts() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(clock: clock)
            #expect(try await model.call(FindBooks()).closedUntil == nil)
            try await model.received(("A", 1), ("B", 5))
            try await model.invoiced(10)
            try await model.invoiced(-3)
            let order = try await model.ordered(("A", 1), ("B", 1))
            let before = try await model.call(WorkToDo())
            #expect(before.toShip == 2 && before.toInvoice == 1 && before.overdue == 0)
            #expect(before.outOfStock == 0)
            _ = try await model.call(ReserveOrder(order: order))
            clock.advance(by: 31 * 86_400)
            let after = try await model.call(WorkToDo())
            #expect(after.overdue == 1 && after.outOfStock == 1, "a credit note is not overdue")
        }
    }
}
