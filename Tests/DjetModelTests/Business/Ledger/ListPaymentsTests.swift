import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct ListPaymentsTests {
    @Test func paymentsAreListedLatestFirstAndFound() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(10)
            _ = try await model.call(
                PlaceOrder(customer: "L", lines: [.init(product: "A", quantity: 1, unitPrice: 9)]))
            var ids: [Int] = []
            for (day, customer) in [("2026-01-02", "K"), ("2026-01-02", "K"), ("2026-01-01", "L")] {
                let payment = try await model.call(
                    RecordPayment(amount: 4, day: Day(day), customer: customer))
                ids.append(payment.id)
            }
            var list = ListPayments()
            list.limit = 2
            let first = try await model.call(list)
            #expect(first.payments.map(\.id) == [ids[1], ids[0]])
            list.after = first.next
            let rest = try await model.call(list)
            #expect(rest.payments.map(\.id) == [ids[2]] && rest.next == nil)
            #expect(rest.payments.map(\.prepaid) == [4], "nothing of L is invoiced")
            var ofCustomer = ListPayments()
            ofCustomer.customer = " L "
            #expect(try await model.call(ofCustomer).payments.map(\.id) == [ids[2]])
            let found = try await model.call(FindPayment(payment: ids[0]))
            #expect(found.settled.map(\.amount) == [4] && found.customer == "K")
            _ = try await model.call(ReverseEntry(entry: found.entryId))
            let reversed = try await model.call(ListPayments()).payments.filter(\.isReversed)
            #expect(reversed.map(\.id) == [ids[0]])
            let entry = try await model.call(FindEntry(entry: found.entryId))
            #expect(entry.source == "payment" && entry.sourceId == ids[0] && entry.reversedBy != nil)
            await #expect(throws: ModelError.self) { try await model.call(FindPayment(payment: 99)) }
        }
    }
}
