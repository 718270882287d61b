import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct AssignBankLineTests {
    @Test func aLineIsAssignedOnceAndAgainAfterAReversal() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(10)
            try await model.invoiced(20, customer: "Other")
            try await model.importedStatement([.init(amount: "10", text: "hello")])
            let results = await withTaskGroup(of: Result<BankLine, any Error>.self) { group in
                for customer in ["K", "Other", "K", "Other"] {
                    group.addTask {
                        do {
                            return .success(
                                try await model.call(AssignBankLine(line: 1, customer: customer)))
                        } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: [Result<BankLine, any Error>]()) { $0.append($1) }
            }
            let assigned = results.compactMap { try? $0.get() }
            #expect(assigned.count == 1, "\(results)")
            let payment = try await model.call(FindPayment(payment: try #require(assigned.first?.paymentId)))
            _ = try await model.call(ReverseEntry(entry: payment.entryId, text: "not theirs"))
            #expect(try await model.call(FindBankLine(line: 1)).state == .reversed)
            let again = try await model.call(AssignBankLine(line: 1, invoices: [2]))
            #expect(again.state == .assigned && again.customer == "Other")
            #expect(try await model.open() == [10, 10])
        }
    }

    @Test func whatIsNoPaymentIsSetAsideOrRefused() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(10)
            try await model.importedStatement([
                .init(amount: "10", text: "interest"), .init(amount: "3", sign: "DBIT", text: "fee"),
            ])
            for (assignment, message) in [
                (AssignBankLine(line: 1), "or set aside"),
                (AssignBankLine(line: 1, customer: "K", isAside: true), "or set aside"),
                (AssignBankLine(line: 1, customer: "Nobody"), "there is no customer Nobody"),
                (AssignBankLine(line: 1, invoices: [9]), "there is no invoice 9"),
                (AssignBankLine(line: 2, customer: "K"), "is no payment of a customer"),
                (AssignBankLine(line: 9, customer: "K"), "there is no line 9"),
            ] {
                let error = await #expect(throws: ModelError.self) { try await model.call(assignment) }
                #expect(error?.message.contains(message) == true, "\(String(describing: error))")
            }
            #expect(try await model.call(ListBankLines(toAssign: true)).lines.count == 1)
            let aside = try await model.call(AssignBankLine(line: 1, isAside: true))
            #expect(aside.state == .setAside && aside.paymentId == nil)
            #expect(try await model.call(ListBankLines(toAssign: true)).lines.isEmpty)
            #expect(try await model.call(AssignBankLine(line: 1, customer: "K")).state == .assigned)
            #expect(try await model.open().isEmpty)
        }
    }
}
