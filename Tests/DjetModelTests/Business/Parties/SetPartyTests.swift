import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct SetPartyTests {
    @Test func whatIsNotSaidStays() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(
                PlaceOrder(
                    customer: "A", country: "EIRE", lines: [.init(product: "P", quantity: 1, unitPrice: 1)]))
            let poor = try await model.call(FindCustomer(code: "A"))
            #expect(poor.country == "EIRE" && poor.countryCode == "IE" && poor.name == nil)
            var first = SetCustomer(code: "A")
            (first.name, first.email, first.paymentDays, first.currency) = (
                "Ada", "ada@example.org", 30, "eur"
            )
            first.invoiceAddress = Address(lines: ["1 High St"], city: "Cork", countryCode: "Ireland")
            let set = try await model.call(first)
            #expect(set.name == "Ada" && set.currency == "EUR" && set.country == "EIRE")
            #expect(set.invoiceAddress?.countryCode == "IE" && set.invoiceAddress?.lines == ["1 High St"])
            var second = SetCustomer(code: "A")
            second.language = "ga"
            second.clear = [.email]
            let changed = try await model.call(second)
            #expect(changed.name == "Ada" && changed.paymentDays == 30 && changed.language == "ga")
            #expect(changed.email == nil && changed.invoiceAddress == set.invoiceAddress)
        }
    }

    @Test func eachFaultNamesItsField() async throws {
        try await withDatabase(business: true) { database in
            func set(_ change: (inout SetCustomer) -> Void) async throws {
                var function = SetCustomer(code: "A")
                change(&function)
                _ = try await database.model().call(function)
            }
            let faults: [(String, (inout SetCustomer) -> Void)] = [
                ("code: ", { $0.code = String(repeating: "x", count: 65) }), ("code: ", { $0.code = " " }),
                ("name: ", { $0.name = "" }), ("email: ", { $0.email = "ada@" }),
                ("email: ", { $0.email = String(repeating: "a", count: 300) + "@b.de" }),
                ("language: ", { $0.language = "Danish" }), ("paymentDays: ", { $0.paymentDays = -1 }),
                ("currency: ", { $0.currency = "EURO" }), ("countryCode: ", { $0.countryCode = "Atlantis" }),
                ("invoiceAddress.lines: ", { $0.invoiceAddress = Address(lines: ["1", "2", "3", "4"]) }),
                ("deliveryAddress.countryCode: ", { $0.deliveryAddress = Address(countryCode: "QQ") }),
                ("name: ", { ($0.name, $0.clear) = ("Ada", [.name]) }),
            ]
            for (field, change) in faults {
                let error = await #expect(throws: ModelError.self) { try await set(change) }
                #expect(error?.message.hasPrefix(field) == true, "\(field) \(error?.message ?? "")")
            }
        }
    }

    @Test func twoWhoSetDifferentFieldsAtOnceLoseNothing() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        var function = SetCustomer(code: "A")
                        switch number {
                        case 0: function.name = "Ada"
                        case 1: function.email = "ada@example.org"
                        case 2: function.currency = "DKK"
                        case 3: function.vatId = "DK13585628"
                        case 4: function.invoiceAddress = Address(city: "Aarhus")
                        case 5: function.deliveryAddress = Address(city: "Odense")
                        default: function.paymentDays = 8
                        }
                        _ = try await model.call(function)
                    }
                }
                try await group.waitForAll()
            }
            let found = try await model.call(FindCustomer(code: "A"))
            #expect(found.name == "Ada" && found.email == "ada@example.org" && found.currency == "DKK")
            #expect(found.vatId == "DK13585628" && found.paymentDays == 8)
            #expect(found.invoiceAddress?.city == "Aarhus" && found.deliveryAddress?.city == "Odense")
        }
    }

    @Test func aSearchFindsByEachWayAPageAtATime() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            for (code, name, email, vat) in [
                ("AB1", "Zeta", "z@example.org", nil), ("X1", "abacus", "x@example.org", nil),
                ("X2", "Beta", "ab@example.org", nil), ("X3", "Abba", "abba@example.org", nil),
                ("X4", "Gamma", "g@example.org", "DK13585628"),
            ] as [(String, String, String, String?)] {
                var function = SetCustomer(code: code)
                (function.name, function.email, function.vatId) = (name, email, vat)
                _ = try await model.call(function)
            }
            var list = ListCustomers(search: "ab", limit: 2)
            var pages: [[String]] = []
            repeat {
                let page = try await model.call(list)
                pages.append(page.parties.map(\.code))
                list.after = page.next
            } while list.after != nil
            #expect(pages == [["AB1", "X1"], ["X3", "X2"]])
            let byVAT = try await model.call(ListCustomers(search: "dk 13"))
            #expect(byVAT.parties.map(\.code) == ["X4"])
            #expect(try await model.call(ListCustomers(search: "%")).parties.isEmpty)
            #expect(try await model.call(ListCustomers()).parties.count == 5)
        }
    }
}
